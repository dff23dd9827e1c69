/** The instruments that come with the program, read; and people who answer them at random. */
import * as fc from "fast-check";
import {
  codesOf,
  drawModules,
  instruments,
  isExclusive,
  readInstrument,
  walk,
  type Answer,
  type Asking,
  type Code,
  type Instrument,
  type Item,
  type Walk,
} from "#surveys";

export interface Shipped {
  readonly id: string;
  readonly instrument: Instrument;
}

export const shipped: readonly Shipped[] = instruments.map(({ id, file }) => {
  const read = readInstrument(file);
  if (!read.ok) throw new Error(`${id}: ${JSON.stringify(read.issues, undefined, 1)}`);
  return { id, instrument: read.instrument };
});

export const byId = (id: string): Instrument => shipped.find((each) => each.id === id)!.instrument;

export const answerable = ({ items }: Instrument): readonly Item[] =>
  [...items.values()].filter(({ kind }) => kind !== "information");

export const anyAsking = (instrument: Instrument): fc.Arbitrary<Asking> =>
  fc.nat().map((seed) => ({
    seed,
    modules: drawModules(instrument.codebook.modules, seed),
    known: new Map(),
    today: "2026-11-21",
  }));

/** Somebody who answers what is asked, or now and then skips it, page by page to the end. */
export const anyWalk = (instrument: Instrument): fc.Arbitrary<Walk> =>
  fc
    .tuple(
      anyAsking(instrument),
      fc.tuple(...answerable(instrument).map((item) => fc.option(anyAnswer(item), { freq: 6 }))),
    )
    .map(([asking, drawn]) => {
      const wanted = answerable(instrument).map(({ name }, at) => [name, drawn[at]!] as const);
      const given = wanted.filter(([, answer]) => answer !== null);
      return walk(instrument, new Map(given as [string, Answer][]), asking);
    });

export function anyAnswer(item: Item): fc.Arbitrary<Answer> {
  switch (item.kind) {
    case "single choice":
    case "dropdown":
    case "rating":
      return anyCode(codesOf(item));
    case "multiple choice": {
      const codes = codesOf(item).filter((code) => !isExclusive(item, code));
      return fc.subarray(codes, { minLength: 1 });
    }
    case "matrix":
      return fc
        .tuple(...item.rows.map(() => fc.option(anyCode(codesOf(item)), { freq: 6 })))
        .map((codes) => rowsOf(item.rows.map(({ name }, at) => [name, codes[at]!])))
        .filter((rows) => Object.keys(rows).length > 0);
    case "yes/no":
      return fc.constantFrom(item.yesCode, item.noCode);
    case "number":
      return fc.integer({ min: item.low ?? 0, max: Math.min(item.high ?? 1e6, 1e6) });
    case "date":
      return fc.constantFrom("2025-06", "2026-01");
    case "text":
    case "comment":
      return fc.constantFrom("Words", "Palabras");
    case "information":
      return fc.constant("");
  }
}

const anyCode = (codes: readonly Code[]) => fc.constantFrom(...codes);

const rowsOf = (rows: readonly (readonly [string, Code | null])[]) =>
  Object.fromEntries(rows.filter((row): row is [string, Code] => row[1] !== null));
