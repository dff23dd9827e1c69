/** Counts the lines of a file, how they end, and which are blank. */
import { grouped } from "#surveys";
import type { Findings } from "../findings.ts";
import { behindLineEnd, carriageReturn } from "./records.ts";

/** How often something was seen, and on which line first. */
export class Tally {
  count = 0;
  #first = 0;

  add(line: number): void {
    if (this.count++ === 0) this.#first = line;
  }

  /** A note such as "3 lines are blank; the first is line 7." */
  note(findings: Findings, code: string, says: readonly [one: string, many: string]): void {
    if (this.count === 0) return;
    const [one, many] = says;
    const text =
      this.count === 1
        ? `One line ${one}.`
        : `${grouped(this.count)} lines ${many}; the first is line ${this.#first}.`;
    findings.add({ severity: "note", code, text }, { line: this.#first });
  }
}

export class Lines {
  /** Line on which the next record starts. */
  at = 1;
  /** Lines with spaces between a closing quote and what ends the cell. */
  readonly padded = new Tally();
  readonly #blank = new Tally();
  readonly #ends = { LF: 0, CRLF: 0, CR: 0 };

  /** Position behind the line end at `position`. */
  end(bytes: Uint8Array, position: number): number {
    const next = behindLineEnd(bytes, position);
    if (next > position + 1) this.#ends.CRLF++;
    else if (bytes[position] === carriageReturn) this.#ends.CR++;
    else this.#ends.LF++;
    this.at++;
    return next;
  }

  /** The same for a line with nothing on it. */
  blank(bytes: Uint8Array, position: number): number {
    this.#blank.add(this.at);
    return this.end(bytes, position);
  }

  /** The last line of the file got the LF it did not have. */
  lent(): void {
    this.#ends.LF--;
  }

  note(findings: Findings): void {
    this.#blank.note(findings, "blank-lines", [
      "is blank and is skipped",
      "are blank and are skipped",
    ]);
    this.padded.note(findings, "spaces-behind-quote", [
      "has spaces behind a closing quote, which are left out",
      "have spaces behind a closing quote, which are left out",
    ]);
    const used = Object.entries(this.#ends).filter(([, count]) => count > 0);
    if (used.length < 2) return;
    const list = used.map(([kind, count]) => `${grouped(count)} ${kind}`).join(", ");
    const text = `The lines end in different ways (${list}); each counts as one line end.`;
    findings.add({ severity: "note", code: "mixed-line-ends", text });
  }
}
