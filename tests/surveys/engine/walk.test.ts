import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  commentOf,
  drawModules,
  instruments,
  kindOf,
  readInstrument,
  walk,
  type Answer,
  type Asking,
  type Instrument,
  type Walk,
} from "#surveys";
import { anyAnswers, asking, branching, instrumentOf } from "./given.ts";

const shown = ({ sections }: Walk): string[] =>
  sections.flatMap(({ items }) => items.map(({ item }) => item.name));
const go = (answers: Readonly<Record<string, Answer>>, how: Partial<Asking> = {}, of = branching) =>
  walk(of, new Map(Object.entries(answers)), { ...asking, ...how });

describe("the way", () => {
  test("shows what no condition hides", () => {
    expect(shown(go({}))).toEqual(["works", "again"]);
    expect(go({}).sections.map(({ section }) => section.name)).toEqual(["start", "end"]);
  });

  test("opens on the same page and on later ones", () => {
    expect(shown(go({ works: "yes", field: 1, skills: { writing: 3 } }))).toEqual([
      "works",
      "field",
      "since",
      "skills",
      "salary",
      "moved",
      "again",
    ]);
  });

  test("words beside other are known to conditions, and only where other is chosen", () => {
    const words = { works: "yes", "field-Comment": "Beekeeping" };
    expect(shown(go({ ...words, field: "other" }))).toContain("helped");
    expect(shown(go({ ...words, field: 1 }))).not.toContain("helped");
    expect(go({ ...words, field: 1 }).answers.has("field-Comment")).toBe(false);
  });

  test("a row of a matrix is known by its name, where it was answered", () => {
    const salary = (skills: Answer) => shown(go({ works: "yes", skills })).includes("salary");
    expect([{ writing: 3 }, { writing: 2 }, { speaking: 3 }].map(salary)).toEqual([
      true,
      false,
      false,
    ]);
  });

  test("an answer off the path is unknown from there on", () => {
    const on = { works: "yes", field: 1, skills: { writing: 4 }, salary: 20 };
    expect(shown(go(on))).toContain("thanks");
    const off = go({ ...on, works: "no" });
    expect(shown(off)).toEqual(["works", "helped", "again"]);
    expect([...off.answers]).toEqual([["works", "no"]]);
  });

  test("an answer that a newer version has no place for is left out, and asked again", () => {
    const { answers, sections } = go({ works: "maybe", again: "8" });
    expect(answers.size).toBe(0);
    expect(sections.map(({ section }) => section.name)).toEqual(["start", "end"]);
  });

  test("what is required may depend on answers before", () => {
    const since = (field: Answer): boolean =>
      go({ works: "yes", field }).sections[0]!.items.find(({ item }) => item.name === "since")!
        .required;
    expect([since(1), since(3)]).toEqual([false, true]);
  });

  test("only what is shown in random order has an order of its own", () => {
    const { sections } = go({ works: "yes" });
    const order = sections[0]!.items.map(({ order }) => order);
    expect(order[0]).toBeUndefined();
    expect(order[1]!.toSorted()).toEqual([1, 2, 3, "other"]);
    expect(order[1]!.at(-1)).toBe("other");
  });
});

describe("what records know", () => {
  const pages = [
    {
      name: "you",
      elements: [
        { type: "radiogroup", name: "degree", title: "Degree?", choices: ["ba", "ma"] },
        {
          type: "radiogroup",
          name: "ma",
          title: "Which?",
          choices: [1],
          visibleIf: "{degree} = 'ma'",
        },
      ],
    },
  ];
  const skip = instrumentOf(pages, { known: { degree: "skip" } });
  const confirm = instrumentOf(pages, { known: { degree: "confirm" } });
  const known = new Map([["degree", "ma"]]);

  test("is not asked, and counts as answered", () => {
    const told = go({}, { known }, skip);
    expect(shown(told)).toEqual(["ma"]);
    expect([...told.answers]).toEqual([["degree", "ma"]]);
    expect([...told.fromRecords]).toEqual(["degree"]);
  });

  test("is asked where the item cannot hold it", () => {
    expect(shown(go({}, { known: new Map([["degree", "phd"]]) }, skip))).toEqual(["degree"]);
  });

  test("is put to the person to be confirmed, and known to conditions from then on", () => {
    const told = go({}, { known }, confirm);
    expect(told.sections[0]!.items).toMatchObject([{ suggested: "ma" }]);
    expect(told.answers.size).toBe(0);
    const confirmed = go({ degree: "ma" }, { known }, confirm);
    expect(shown(confirmed)).toEqual(["degree", "ma"]);
    expect(confirmed.sections[0]!.items[0]).not.toHaveProperty("suggested");
  });

  test("is nothing to an item that the codebook says nothing of", () => {
    expect(shown(go({}, { known: new Map([["works", "no"]]) }))).toContain("works");
  });
});

describe("modules", () => {
  const page = (name: string) => ({
    name,
    elements: [{ type: "boolean", name: `in_${name}`, title: "?" }],
  });
  const instrument = instrumentOf(["core", "a", "b", "c"].map(page), {
    modules: { each: 1, of: ["a", "b", "c"].map((id) => ({ id, sections: [id] })) },
  });

  test("each person gets the core and one of them, whatever was answered to the others", () => {
    for (let seed = 0; seed < 50; seed++) {
      const modules = drawModules(instrument.codebook.modules, seed);
      expect(modules.size).toBe(1);
      const told = go({ in_a: true, in_b: true, in_c: true }, { seed, modules }, instrument);
      expect(shown(told)).toEqual(["in_core", `in_${[...modules][0]}`]);
      expect([...told.answers.keys()]).toEqual([`in_${[...modules][0]}`]);
    }
  });
});

const shipped = instruments.map(({ id, file }): [string, Instrument, number] => {
  const read = readInstrument(file);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return [id, read.instrument, 100];
});

describe.each([["branching", branching, 1_000], ...shipped] as const)(
  "laws, %s",
  (_, of, numRuns) => {
    const lawful = (law: (answers: ReadonlyMap<string, Answer>) => void): void =>
      fc.assert(fc.property(anyAnswers(of), law), { numRuns });
    const modules = drawModules(of.codebook.modules, 1);
    const again = (answers: ReadonlyMap<string, Answer>) =>
      walk(of, answers, { ...asking, modules });

    test("its own answers lead the same way", () => {
      lawful((answers) => {
        const first = again(answers);
        expect(again(first.answers)).toEqual(first);
      });
    });

    test("passes on what is shown and held, and nothing else", () => {
      lawful((answers) => {
        const told = again(answers);
        const names = new Set(shown(told).flatMap((name) => [name, commentOf(name)]));
        for (const [name, answer] of told.answers) {
          expect(names).toContain(name);
          expect(answers.get(name)).toBe(answer);
          const item = of.items.get(name);
          if (item !== undefined) expect(kindOf(item).holds(item, answer)).toBe(true);
        }
        for (const name of shown(told)) {
          const item = of.items.get(name)!;
          if (kindOf(item).holds(item, answers.get(name)))
            expect(told.answers.has(name)).toBe(true);
        }
      });
    });

    test("an answer to an item that is not shown changes nothing", () => {
      lawful((answers) => {
        const told = again(answers);
        const names = new Set(shown(told));
        const cleared = new Map(
          [...answers].filter(([name]) => names.has(name.replace(/-Comment$/u, ""))),
        );
        expect(again(cleared)).toEqual(told);
      });
    });

    test("what is shown up to an item does not depend on its answer, nor on later ones", () => {
      const order = [...of.items.keys()];
      lawful((answers) => {
        const whole = shown(again(answers));
        for (const [at, name] of order.entries()) {
          const upTo = new Set(order.slice(0, at + 1));
          const before = new Map(
            [...answers].filter(([each]) => upTo.has(each.replace(/-Comment$/u, ""))),
          );
          before.delete(name);
          const part = shown(again(before));
          expect(part.filter((each) => upTo.has(each))).toEqual(
            whole.filter((each) => upTo.has(each)),
          );
        }
      });
    });

    test("sections and items keep their order, and none is empty", () => {
      lawful((answers) => {
        const told = again(answers);
        const order = [...of.items.keys()];
        const places = shown(told).map((name) => order.indexOf(name));
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        expect(told.sections.every(({ items }) => items.length > 0)).toBe(true);
      });
    });
  },
);
