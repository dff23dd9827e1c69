/** The other end of the database's thread: requests out, answers in, in any order. */
import { Worker } from "node:worker_threads";
import type { Answer, Request, Response } from "./worker.ts";
import { deferred, type Deferred } from "./deferred.ts";

export class Thread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Deferred<Answer>>();
  #last = 0;
  #ended = false;

  /** Resolves when the database is open. */
  readonly ready: Promise<Answer>;

  constructor(folder: string) {
    this.#worker = new Worker(entry, { workerData: folder, name: "database" });
    this.#worker.on("message", (response: Response) => this.#hear(response));
    this.#worker.on("error", (error) => this.#lose(error.message));
    this.#worker.on("exit", () => this.#lose("its thread has ended"));
    this.ready = this.#expect(0);
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** The id of a request is the name of the transaction it begins. */
  ask(
    request: Request,
    transfer: readonly ArrayBuffer[] = [],
  ): { id: number; answer: Promise<Answer> } {
    const id = ++this.#last;
    const answer = this.#expect(id);
    this.#worker.postMessage({ id, request }, transfer);
    return { id, answer };
  }

  async close(): Promise<void> {
    if (!this.#ended) await this.ask({ verb: "close" }).answer;
    await this.#worker.terminate();
  }

  #expect(id: number): Promise<Answer> {
    const waiting = deferred<Answer>();
    if (this.#ended) waiting.reject(lost("its thread has ended"));
    else this.#waiting.set(id, waiting);
    return waiting.promise;
  }

  #hear(response: Response): void {
    const waiting = this.#waiting.get(response.id);
    this.#waiting.delete(response.id);
    if ("answer" in response) waiting?.resolve(response.answer);
    else waiting?.reject(Object.assign(new Error(response.error.message), response.error));
  }

  #lose(why: string): void {
    this.#ended = true;
    for (const waiting of this.#waiting.values()) waiting.reject(lost(why));
    this.#waiting.clear();
  }
}

/** The code that PostgreSQL clients give a connection that is gone. */
const lost = (why: string): Error =>
  Object.assign(new Error(`the embedded database stopped: ${why}`), { code: "CONNECTION_CLOSED" });

/** From the sources Node strips the types itself. */
const entry = new URL(
  import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js",
  import.meta.url,
);
