import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  faultsOf,
  firstOpen,
  foldEvents,
  sectionAfter,
  sectionBefore,
  stepOf,
  walk,
  type Answer,
  type PageEvent,
} from "#surveys";
import { anyAnswers, asking, branching, instrumentOf } from "./given.ts";

const go = (answers: Readonly<Record<string, Answer>>) =>
  walk(branching, new Map(Object.entries(answers)), asking);

describe("the next section", () => {
  test("is the next one that is shown", () => {
    expect(sectionAfter(branching, go({ works: "yes" }), "start")).toBe("job");
    expect(sectionAfter(branching, go({ works: "no" }), "start")).toBe("end");
    expect(sectionAfter(branching, go({ works: "no" }), "end")).toBeUndefined();
    expect(sectionBefore(branching, go({ works: "no" }), "end")).toBe("start");
    expect(sectionBefore(branching, go({}), "start")).toBeUndefined();
  });

  test("is found from one that is shown no more", () => {
    expect(sectionAfter(branching, go({ works: "no" }), "job")).toBe("end");
    expect(sectionBefore(branching, go({ works: "no" }), "job")).toBe("start");
  });

  test("of a section that there is not is a mistake", () => {
    expect(() => sectionAfter(branching, go({}), "nowhere")).toThrow("section of the instrument");
  });
});

describe("where there is something to do", () => {
  const page = (id: number, section: string, answers: PageEvent["answers"]) => ({
    id,
    seen: id - 1,
    section,
    answers,
  });
  const open = (...events: readonly PageEvent[]) => {
    const { answers, visited } = foldEvents(events);
    const told = walk(branching, answers, asking);
    return firstOpen(told, visited, faultsOf(branching, told));
  };

  test("is the first page at first, and the one after what was sent", () => {
    expect(open()).toBe("start");
    expect(open(page(1, "start", { works: "no", helped: null }))).toBe("end");
    expect(
      open(page(1, "start", { works: "no", helped: null }), page(2, "end", { again: 3 })),
    ).toBeUndefined();
  });

  test("is the same page where an answer opened something on it", () => {
    expect(open(page(1, "start", { works: "no" }))).toBe("start");
  });

  test("is an earlier page where a fault is, and a branch that opened later", () => {
    const sent = [
      page(1, "start", { works: "no", helped: ["course"] }),
      page(2, "end", { again: 3 }),
    ];
    expect(open(...sent)).toBe("start");
    expect(open(...sent, page(3, "start", { works: "yes", field: null }))).toBe("job");
  });

  test("information has to be come past, not answered", () => {
    const instrument = instrumentOf([
      { name: "hello", elements: [{ type: "html", name: "words", html: "Hello" }] },
      { name: "ask", elements: [{ type: "boolean", name: "yes", title: "?" }] },
    ]);
    const told = walk(instrument, new Map(), asking);
    expect(firstOpen(told, foldEvents([]).visited)).toBe("hello");
    expect(firstOpen(told, foldEvents([page(1, "hello", {})]).visited)).toBe("ask");
  });
});

describe("about n steps", () => {
  const step = (answers: Readonly<Record<string, Answer>>, name: string) =>
    stepOf(branching, go(answers), { name, modules: new Set() });

  test("counts what may still come", () => {
    expect(step({}, "start")).toEqual({ step: 1, about: 3 });
    expect(step({ works: "yes" }, "job")).toEqual({ step: 2, about: 3 });
    expect(step({ works: "no" }, "end")).toEqual({ step: 2, about: 2 });
  });

  test("counts a section that a condition hides until the condition is behind the person", () => {
    const page = (name: string, visibleIf?: string) => ({
      name,
      ...(visibleIf === undefined ? {} : { visibleIf }),
      elements: [{ type: "boolean", name: `in_${name}`, title: "?" }],
    });
    const instrument = instrumentOf([page("a"), page("b"), page("c", "{in_a} = true"), page("d")]);
    const about = (name: string, ...answers: [string, boolean][]) =>
      stepOf(instrument, walk(instrument, new Map(answers), asking), { name, modules: new Set() });
    expect(about("a")).toEqual({ step: 1, about: 4 });
    // Whoever comes back to the first page may answer it otherwise.
    expect(about("a", ["in_a", false])).toEqual({ step: 1, about: 4 });
    expect(about("b", ["in_a", false])).toEqual({ step: 2, about: 3 });
    expect(about("b", ["in_a", true])).toEqual({ step: 2, about: 4 });
    expect(about("d", ["in_a", false])).toEqual({ step: 3, about: 3 });
  });

  test("leaves out what other people are asked", () => {
    const names = ["core", "a", "b", "c"];
    const instrument = instrumentOf(
      names.map((name) => ({
        name,
        elements: [{ type: "boolean", name: `in_${name}`, title: "?" }],
      })),
      { modules: { each: 1, of: ["a", "b", "c"].map((id) => ({ id, sections: [id] })) } },
    );
    const modules = new Set(["b"]);
    const told = walk(instrument, new Map(), { ...asking, modules });
    expect(stepOf(instrument, told, { name: "core", modules })).toEqual({ step: 1, about: 2 });
  });

  test("the step goes up by one, and the number of steps never", () => {
    fc.assert(
      fc.property(anyAnswers(branching), (answers) => {
        const given = new Map<string, Answer>();
        let [at, about] = [0, Infinity];
        for (;;) {
          // A person who goes from page to page and sees each before answering it.
          const told = walk(branching, given, asking);
          const next = told.sections[at]?.section;
          if (next === undefined) break;
          const here = stepOf(branching, told, { name: next.name, modules: new Set() });
          expect(here.step).toBe(at + 1);
          expect(here.about).toBeLessThanOrEqual(about);
          expect(here.about).toBeGreaterThanOrEqual(here.step);
          ({ about } = here);
          for (const { name } of next.items)
            for (const each of [name, `${name}-Comment`])
              if (answers.has(each)) given.set(each, answers.get(each)!);
          at++;
        }
      }),
      { numRuns: 500 },
    );
  });
});
