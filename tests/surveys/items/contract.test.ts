import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codesOf, fieldsOf, isAnswer, itemKinds, kindOf, type Answer, type Fields } from "#surveys";
import { samples } from "./samples.ts";

const english = { locale: "en", locales: ["en", "es"] } as const;

test("every kind has a sample", () => {
  expect(new Set(samples.map(({ item }) => item.kind))).toEqual(new Set(Object.keys(itemKinds)));
  for (const [id, { kind }] of Object.entries(itemKinds)) expect(kind).toBe(id);
});

describe.each(
  samples.map((sample) => [`${sample.item.kind} ${sample.item.name}`, sample] as const),
)("%s", (_, { item, holds, refuses }) => {
  const kind = kindOf(item);

  test("holds what it can, and says it", () => {
    for (const [answer, words] of holds) {
      expect(kind.holds(item, answer)).toBe(true);
      expect(kind.say(item, answer, english)).toBe(words);
    }
  });

  test.each(refuses.map((value) => [value]))("has no place for %o", (value) => {
    expect(kind.holds(item, value)).toBe(false);
  });

  test("an answer goes to the form and comes back as it was", () => {
    for (const [answer] of holds) {
      const reading = kind.read(item, toForm(answer));
      expect(reading).toEqual({ state: "answered", answer });
    }
  });

  test("empty fields are blank", () => {
    for (const fields of [(): string[] => [], () => [""], () => ["", ""]])
      if (item.kind !== "text" && item.kind !== "comment" && item.kind !== "information")
        expect(kind.read(item, fields)).toEqual({ state: "blank" });
  });

  test("whatever is sent gives an answer that it holds, or none, or is kept as typed", () => {
    fc.assert(
      fc.property(anyFields(item.kind === "matrix" ? [".a", ".__proto__"] : []), (sent) => {
        const fields = fromEntries(sent);
        const reading = kind.read(item, fields);
        if (reading.state === "answered") {
          expect(kind.holds(item, reading.answer)).toBe(true);
          expect(isAnswer(reading.answer)).toBe(true);
          expect(typeof kind.say(item, reading.answer, english)).toBe("string");
          kind.faults(item, reading.answer);
          for (const code of codesIn(reading.answer, item.kind))
            if ("options" in item) expect(codesOf(item)).toContain(code);
        }
        // What was typed is put into the form again, and read again: the same fault, the same words.
        if (reading.state === "unusable") {
          expect(reading.fault.item).toBe(item.name);
          expect(kind.read(item, fieldsOf(reading.typed))).toEqual(reading);
        }
      }),
    );
  });

  test("whatever JSON brings, it is held as it is or not at all", () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (value) => {
        if (kind.holds(item, value)) expect(isAnswer(value)).toBe(true);
      }),
    );
  });
});

const codesIn = (answer: Answer, kind: string): readonly unknown[] =>
  kind === "number" || typeof answer !== "object" ? [answer] : Object.values(answer);

/** Fields as a page of ours would send them. */
function toForm(answer: Answer): Fields {
  if (typeof answer !== "object") return (suffix) => (suffix === "" ? [String(answer)] : []);
  if (Array.isArray(answer)) return (suffix) => (suffix === "" ? answer.map(String) : []);
  const rows = new Map(Object.entries(answer).map(([row, code]) => [`.${row}`, [String(code)]]));
  return (suffix) => rows.get(suffix) ?? [];
}

type Sent = readonly (readonly [string, readonly string[]])[];

const fromEntries = (sent: Sent): Fields => {
  const fields = new Map(sent);
  return (suffix) => fields.get(suffix) ?? [];
};

/** Fields of any sort: known names with likely and unlikely words in them, and names nobody knows. */
const anyFields = (rows: readonly string[]): fc.Arbitrary<Sent> =>
  fc.array(
    fc.tuple(
      fc.oneof(
        fc.constantFrom("", "", "-Comment", ".month", ".year", ".day", ...rows),
        fc.string({ unit: "binary" }),
      ),
      fc.array(
        fc.oneof(
          fc.constantFrom("1", "2", "x", "other", "none", "refused", "__proto__", "constructor"),
          fc.constantFrom("true", "y", "0", "-1", "1,234", "2019", "2019-06", "12", "a@b.co"),
          fc.constantFrom("", " ", "\r\n", "\u0000", "\ud800", "toString", "1\n2"),
          fc.string({ unit: "binary" }),
        ),
        { maxLength: 3 },
      ),
    ),
    { maxLength: 6 },
  );
