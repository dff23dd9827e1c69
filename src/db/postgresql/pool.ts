/**
 * A pool of PostgreSQL connections, each a postgres.js client of one connection. The pool of postgres.js itself
 * is not used: after a refused connection its `reserve()` loses a place for ever, and a query on a reserved
 * connection that has died ends the process.
 */
import type { PostgresJSReservedSql, PostgresJSSql } from "kysely-postgres-js";
import type { Sql } from "postgres";
import { Problem } from "../../problem.ts";
import { gone, run } from "./run.ts";

export interface PoolOptions {
  /** A client of one connection, not yet connected, that says when its connection is gone. */
  open(onClose: () => void): Sql;
  readonly max: number;
  /** Milliseconds to wait for a free connection. */
  readonly patience: number;
}

/** Milliseconds after which a connection is replaced. */
const lifetime = 30 * 60_000;

interface Member {
  readonly sql: Sql;
  readonly born: number;
  alive: boolean;
}

export class Pool implements PostgresJSSql {
  readonly options: { readonly max: number };
  readonly #open: PoolOptions["open"];
  readonly #patience: number;
  readonly #members = new Set<Member>();
  #idle: Member[] = [];
  readonly #waiting = new Set<(member: Member) => void>();

  constructor({ open, max, patience }: PoolOptions) {
    this.options = { max };
    this.#open = open;
    this.#patience = patience;
  }

  async reserve(): Promise<PostgresJSReservedSql> {
    const member = this.#idle.pop() ?? this.#hire() ?? (await this.#wait());
    return {
      unsafe: (...query) => {
        if (!member.alive) return gone();
        const running = run(member.sql, ...query);
        // The connection's own "close" comes later, perhaps after it was given to the next.
        running.catch((error: unknown) => {
          if (error instanceof Problem && error.id === "database-unavailable") member.alive = false;
        });
        return running;
      },
      release: () => this.#release(member),
    };
  }

  async end(): Promise<void> {
    await Promise.all([...this.#members].map((member) => this.#dismiss(member)));
  }

  #hire(): Member | undefined {
    if (this.#members.size >= this.options.max) return undefined;
    const member: Member = {
      born: performance.now(),
      alive: true,
      sql: this.#open(() => this.#lose(member)),
    };
    this.#members.add(member);
    return member;
  }

  #wait(): Promise<Member> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(take);
        reject(
          new Problem("busy", "All connections to the database are in use.", {
            next: "Try again in a moment.",
          }),
        );
      }, this.#patience);
      const take = (member: Member): void => {
        clearTimeout(timer);
        resolve(member);
      };
      this.#waiting.add(take);
    });
  }

  #release(member: Member): void {
    const spent = !member.alive || performance.now() - member.born > lifetime;
    if (spent) void this.#dismiss(member);
    const [take] = this.#waiting;
    const free = spent ? take && this.#hire() : member;
    if (free === undefined) return;
    if (take === undefined) {
      this.#idle.push(free);
      return;
    }
    this.#waiting.delete(take);
    take(free);
  }

  /** In use, it is dismissed when it is released; nothing runs on it until then. */
  #lose(member: Member): void {
    member.alive = false;
    if (!this.#idle.includes(member)) return;
    this.#idle = this.#idle.filter((idle) => idle !== member);
    void this.#dismiss(member);
  }

  async #dismiss(member: Member): Promise<void> {
    this.#members.delete(member);
    await member.sql.end({ timeout: 5 });
  }
}
