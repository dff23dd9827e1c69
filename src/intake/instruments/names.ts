/** Names that SPSS, Stata and R take as they are, each given once. */
import { objectionToCode, objectionToName, type Code } from "#surveys";

/** Lives as long as one file is read. Items and pages share the names. */
export class Names {
  readonly #given = new Set<string>();

  /** The name itself where it can be one and is free. */
  keep(wanted: string): string {
    const isName = objectionToName(wanted) === undefined && wanted !== notInCodebooks;
    return isName && this.#isFree(wanted) ? this.#give(wanted) : this.make(wanted);
  }

  /** The nearest name that every program takes. */
  make(wanted: string): string {
    const stem = portable(wanted);
    if (this.#isFree(stem)) return this.#give(stem);
    for (let n = 2; ; n++) {
      const name = `${stem.slice(0, longest - 4)}_${n}`;
      if (this.#isFree(name)) return this.#give(name);
    }
  }

  #isFree(name: string): boolean {
    return !this.#given.has(name.toLowerCase());
  }

  #give(name: string): string {
    this.#given.add(name.toLowerCase());
    return name;
  }
}

/** Letters, digits and _; a letter first; room for "_code" within the 32 characters of Stata. */
export function portable(wanted: string): string {
  const plain = wanted
    .slice(0, 200)
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^A-Za-z0-9]+/g, "_")
    .replaceAll(/^_|_$/g, "");
  const name = (/^[A-Za-z]/.test(plain) ? plain : `q${plain}`).slice(0, longest);
  return reserved.has(name.toLowerCase()) || objectionToName(name) !== undefined
    ? `${name}_`
    : name;
}

/** Numbers where every code is one, so that statistics can take them as they are; else texts. */
export const asCodes = (written: readonly string[]): readonly Code[] =>
  written.every((code) => /^(?:0|-?[1-9]\d{0,8})$/.test(code)) ? written.map(Number) : written;

/** A code that is not already taken for a special option. */
export const usableCode = (code: Code): Code =>
  objectionToCode(code) === undefined ? code : `${portable(String(code))}_`;

const longest = 28;
/** A name that no JSON of ours may have as a property. */
const notInCodebooks = "prototype";

const reserved: ReadonlySet<string> = new Set([
  ..."all and by eq ge gt le lt ne not or to with".split(" "),
  ..."if else repeat while function for next break true false null inf nan na in".split(" "),
  notInCodebooks,
  ..."byte double float int long using strl".split(" "),
]);
