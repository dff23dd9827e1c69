/**
 * What a server does beside its work and a single process leaves undone: reuse the room of deleted rows, and stop
 * the log of changes from growing. Without it every file that is removed stays in the folder for ever.
 */
import type { PGlite } from "@electric-sql/pglite";

/** Milliseconds from a change to the next tidying: seldom enough not to be felt. */
const rest = 30_000;
/** Bytes of cells after which the log of changes is cut, in the middle of a transaction if need be. */
const logged = 64_000_000;

type Session = Pick<PGlite, "query">;

export class Housekeeping {
  readonly #database: PGlite;
  #due: NodeJS.Timeout | undefined;
  #changed = false;
  #copied = 0;

  constructor(database: PGlite) {
    this.#database = database;
  }

  /** The database is open; it may have been changed before the last process died. */
  later(): void {
    this.#due ??= setTimeout(() => {
      this.#tidy().catch(() => this.later());
    }, rest);
  }

  changed(): void {
    this.#changed = true;
    this.later();
  }

  async copied(bytes: number, session: Session): Promise<void> {
    this.#copied += bytes;
    if (this.#copied < logged) return;
    this.#copied = 0;
    await session.query("checkpoint");
  }

  /** What was left for later. */
  async end(): Promise<void> {
    clearTimeout(this.#due);
    if (this.#changed) await this.#tidy();
  }

  /** Waits for its turn, so it is never within a transaction. */
  async #tidy(): Promise<void> {
    this.#due = undefined;
    this.#changed = false;
    await this.#database.query("vacuum (analyze)");
    await this.#database.query("checkpoint");
  }
}
