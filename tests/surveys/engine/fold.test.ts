import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldEvents, type Answer, type PageEvent } from "#surveys";

type Said = Readonly<Record<string, Answer | null>>;
const event = (id: number, seen: number, answers: Said, more: Partial<PageEvent> = {}) => ({
  id,
  seen,
  answers,
  ...more,
});
const folded = (...events: readonly PageEvent[]) =>
  Object.fromEntries(foldEvents(events).answers) as Said;

describe("two devices", () => {
  test("an old page takes nothing back that it did not know of", () => {
    // The phone opens the page, the desk answers both, the phone answers one and sends the other as it was: blank.
    const desk = event(1, 0, { a: 1, b: 2 });
    const phone = event(2, 0, { a: 3, b: null });
    expect(folded(desk, phone)).toEqual({ a: 3, b: 2 });
  });

  test("the last write of an item counts", () => {
    expect(folded(event(1, 0, { a: 1 }), event(2, 0, { a: 2 }))).toEqual({ a: 2 });
    expect(folded(event(1, 0, { a: 1 }), event(2, 1, { a: null }))).toEqual({});
  });

  test("what one page showed and the other changed in between stays changed", () => {
    const events = [
      event(1, 0, { a: 1, b: 1 }),
      event(2, 1, { a: 2, b: 1 }),
      event(3, 1, { a: 1, b: 5 }),
    ];
    expect(folded(...events)).toEqual({ a: 2, b: 5 });
  });
});

describe("back, and sent again", () => {
  test("the same page with something changed: only that is written", () => {
    const first = event(1, 0, { a: 1, b: null });
    const elsewhere = event(2, 1, { a: 2, b: null });
    const again = event(3, 0, { a: 1, b: 7 });
    expect(folded(first, elsewhere, { ...again, replaced: 1 })).toEqual({ a: 2, b: 7 });
  });
});

describe("what is unusable", () => {
  const typed = { pay: { "": "about 50" } };

  test("is kept, and takes the place of the answer before", () => {
    const { answers, typed: kept } = foldEvents([
      event(1, 0, { pay: 40 }),
      event(2, 1, { pay: null }, { typed }),
    ]);
    expect(answers.size).toBe(0);
    expect(kept.get("pay")).toEqual({ "": "about 50" });
  });

  test.each([50, null])("goes when %s is written", (pay) => {
    const kept = foldEvents([event(1, 0, {}, { typed }), event(2, 1, { pay })]);
    expect(kept.typed.size).toBe(0);
    expect(kept.answers.get("pay") ?? null).toBe(pay);
  });

  test("does not come back with an old page that still shows it", () => {
    const kept = foldEvents([
      event(1, 0, {}, { typed }),
      event(2, 1, { pay: 50 }),
      event(3, 1, { other: 1 }, { typed }),
    ]);
    expect([...kept.answers]).toEqual([
      ["pay", 50],
      ["other", 1],
    ]);
    expect(kept.typed.size).toBe(0);
  });
});

test("names that every object has are names", () => {
  const answers = JSON.parse('{"__proto__":1,"constructor":"x","toString":[1]}') as Said;
  const typed = JSON.parse('{"__proto__":{"":"?"}}') as Record<string, Record<string, string>>;
  expect([...foldEvents([event(1, 0, answers)]).answers]).toEqual(Object.entries(answers));
  expect([...foldEvents([event(1, 0, {}, { typed })]).typed]).toEqual(Object.entries(typed));
  expect(foldEvents([event(1, 0, {})]).answers.size).toBe(0);
});

test("what came back is visited, answered or not", () => {
  const { visited } = foldEvents([
    event(1, 0, { a: null }, { section: "one" }),
    event(2, 1, {}, { section: "two", typed: { b: { "": "?" } } }),
  ]);
  expect([...visited.sections]).toEqual(["one", "two"]);
  expect([...visited.items]).toEqual(["a", "b"]);
});

describe("laws", () => {
  const names = ["a", "b", "c", "__proto__"];
  const answer = fc.option(
    fc.oneof(
      fc.constantFrom<Answer>(1, 2, "x", true),
      fc.subarray([1, 2, 3], { minLength: 1 }),
      fc.record({ row: fc.constantFrom(1, 2) }),
    ),
  );
  const writes = fc.array(fc.tuple(fc.constantFrom(...names), answer), { maxLength: 12 });
  const said = (of: readonly (readonly [string, Answer | null])[]): Said => Object.fromEntries(of);

  test("does not depend on how writes are cut into pages", () => {
    fc.assert(
      fc.property(writes, fc.array(fc.integer({ min: 1, max: 4 })), (all, cuts) => {
        const single = all.map((write, at) => event(at + 1, at, said([write])));
        const pages: PageEvent[] = [];
        for (let at = 0, rest = [...all]; rest.length > 0; at++)
          pages.push(event(at + 1, at, said(rest.splice(0, cuts[at] ?? 1))));
        expect(new Map(foldEvents(pages).answers)).toEqual(new Map(foldEvents(single).answers));
      }),
    );
  });

  const device = fc.record({
    loads: fc.boolean(),
    who: fc.constantFrom(0, 1),
    touched: fc.dictionary(fc.constantFrom("a", "b", "c"), answer),
  });

  /** Two people at two screens: each page remembers what it showed, and what differs from it is put down. */
  function watched(steps: readonly { loads: boolean; who: 0 | 1; touched: Said }[]) {
    const state = new Map<string, Answer | null>();
    const screens = [0, 1].map(() => ({ seen: 0, shown: new Map<string, Answer | null>() }));
    const events: PageEvent[] = [];
    for (const { loads, who, touched } of steps) {
      const screen = screens[who]!;
      if (loads) Object.assign(screen, { seen: events.length, shown: new Map(state) });
      const page = new Map(["a", "b", "c"].map((name) => [name, screen.shown.get(name) ?? null]));
      for (const [name, value] of Object.entries(touched)) {
        page.set(name, value);
        if (JSON.stringify(value) !== JSON.stringify(screen.shown.get(name) ?? null))
          state.set(name, value);
      }
      events.push(event(events.length + 1, screen.seen, Object.fromEntries(page)));
      // The reply shows what is there now.
      Object.assign(screen, { seen: events.length, shown: new Map(state) });
    }
    return { events, state: new Map([...state].filter(([, value]) => value !== null)) };
  }

  test("two devices: nobody loses what the other did not touch, and the last touch counts", () => {
    fc.assert(
      fc.property(fc.array(device, { maxLength: 15 }), (steps) => {
        const { events, state } = watched(steps);
        expect(new Map(foldEvents(events).answers)).toEqual(state);
      }),
      { numRuns: 1_000 },
    );
  });

  test("an event met twice, and events out of order, change nothing", () => {
    fc.assert(
      fc.property(
        fc.array(device, { minLength: 1, maxLength: 10 }).chain((steps) => {
          const { events } = watched(steps);
          return fc.tuple(
            fc.constant(events),
            fc.array(fc.constantFrom(...events)),
            fc.shuffledSubarray(events, { minLength: events.length }),
          );
        }),
        ([events, again, shuffled]) => {
          const once = foldEvents(events);
          expect(foldEvents([...events, ...again]).answers).toEqual(once.answers);
          expect(foldEvents(shuffled).answers).toEqual(once.answers);
        },
      ),
    );
  });

  test("the same page sent again by the same device, as it was, writes nothing", () => {
    fc.assert(
      fc.property(fc.array(device, { minLength: 1, maxLength: 8 }), fc.nat(), (steps, pick) => {
        const { events } = watched(steps);
        const old = events[pick % events.length]!;
        const resent = { ...old, id: events.length + 1, replaced: old.id };
        expect(foldEvents([...events, resent]).answers).toEqual(foldEvents(events).answers);
      }),
    );
  });
});
