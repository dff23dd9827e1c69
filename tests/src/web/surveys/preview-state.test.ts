import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  eventsOf,
  readState,
  withPage,
  writeState,
  type PreviewState,
} from "../../../../src/web/surveys/preview-state.ts";

const code = fc.oneof(fc.string(), fc.integer(), fc.boolean());
const page = fc.record({
  section: fc.string(),
  answers: fc.dictionary(fc.string(), fc.oneof(code, fc.array(code), fc.constant(null))),
});
const state: fc.Arbitrary<PreviewState> = fc.record({
  locale: fc.constantFrom("en", "es"),
  pages: fc.array(page, { maxLength: 5 }),
});

describe("what a preview carries in its address", () => {
  test("comes back as it was", () => {
    fc.assert(
      fc.property(state, (given) => {
        const text = writeState(given);
        expect(text).toMatch(/^[\w-]+$/);
        expect(readState(text)).toEqual(given);
      }),
    );
  });

  test("a page sent again takes the place of what it said before, as the newest", () => {
    const before: PreviewState = {
      locale: "en",
      pages: [
        { section: "a", answers: { x: 1 } },
        { section: "b", answers: {} },
      ],
    };
    const events = eventsOf(withPage(before, { section: "a", answers: { x: 2 } }));
    expect(events.map(({ section, id, seen }) => [section, id, seen])).toEqual([
      ["b", 1, 0],
      ["a", 2, 1],
    ]);
    expect(events[1]!.answers).toEqual({ x: 2 });
  });

  test("what was never written here is refused to a person, not a fault of the program", () => {
    const other = writeState({ locale: "en", pages: [] }).slice(0, -2);
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String(), fc.constant(other)), (text) => {
        expect(() => readState(text)).toThrow(/cannot go on from this address/);
      }),
    );
  });

  test("what does not fit into an address is refused with what to do", () => {
    const long = Array.from({ length: 20_000 }, (_, i) => ((i * 7919) % 65_521).toString(36)).join(
      "",
    );
    const pages = [{ section: "a", answers: { x: long } }];
    expect(() => writeState({ locale: "en", pages })).toThrow(/too long to be carried on/);
  });

  test("a few bytes that unfold to many are not unfolded", () => {
    const text = "a".repeat(3_000_000);
    expect(() =>
      writeState({ locale: "en", pages: [{ section: "a", answers: { x: text } }] }),
    ).not.toThrow();
    const bomb = writeState({ locale: "en", pages: [{ section: "a", answers: { x: text } }] });
    expect(() => readState(bomb)).toThrow(/cannot go on from this address/);
  });
});
