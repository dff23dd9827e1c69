import { array, assert, integer, property, record } from "fast-check";
import { compile } from "vega-lite";
import { describe, expect, test } from "vitest";
import type { Ranking } from "#analysis";
import { lanesOf } from "../../../src/charts/brackets.ts";
import { charts, drawSvg, type ChartId, type Drawing } from "../../../src/charts/index.ts";
import { numberSpots } from "../../../src/charts/spots.ts";
import { description, names, screening } from "./figures.ts";

const findings = { screening, names };
const ranking = { ...findings, outcome: "satisfaction", of: "experiences" } as const;
const waveDays = [
  { day: "2026-03-02", started: 20, complete: 12 },
  { day: "2026-03-03", started: 30, complete: 20 },
  { day: "2026-03-10", started: 0, complete: 5 },
];
/** One drawing of every chart: a chart that is added must be added here too. */
const gallery: Record<ChartId, Drawing | undefined> = {
  ranked: charts.ranked.draw(ranking),
  reach: charts.reach.draw(ranking),
  differences: charts.differences.draw(ranking),
  matrix: charts.matrix.draw(findings),
  rawAdjusted: charts.rawAdjusted.draw({ ...findings, outcome: "satisfaction" }),
  pair: charts.pair.draw({ description }),
  wave: charts.wave.draw({ days: waveDays }),
};
const drawn = (id: ChartId): Drawing => gallery[id]!;

/** Text of the drawing from top to bottom, lines of one label joined. */
function texts(svg: string): string[] {
  return [
    ...svg.matchAll(/<text[^>]* transform="translate\(([-\d.]+),([-\d.]+)\)[^>]*>(.*?)<\/text>/g),
  ]
    .map(([, , y, inner]) => ({
      y: Number(y),
      text: inner!.replaceAll(/<\/tspan><tspan[^>]*>/g, " ").replaceAll(/<[^>]*>/g, ""),
    }))
    .sort((a, b) => a.y - b.y)
    .map(({ text }) => text);
}

describe.each(Object.keys(charts) as ChartId[])("%s", (id) => {
  test("is the same to the byte each time, apart from its id", async () => {
    const once = await drawSvg(drawn(id), "first");
    const again = await drawSvg(drawn(id), "second");
    expect(again).toBe(once.replaceAll("first-", "second-"));
  });

  test("keeps to a content security policy without inline style, and refers to nothing", async () => {
    const svg = await drawSvg(drawn(id), "chart");
    const tags = svg.match(/<[^>]*>/g)!;
    expect(
      tags.filter((tag) => /\sstyle=|<style|<script|href=|url\(|<image|\son/i.test(tag)),
    ).toEqual([]);
    expect(tags.filter((tag) => /\sid=/.test(tag))).toHaveLength(2);
  });

  test("names itself once, as one image", async () => {
    const svg = await drawSvg(drawn(id), "chart");
    expect(svg).toMatch(
      /^<svg [^>]*role="img"[^>]*aria-labelledby="chart-title chart-desc"><title id="chart-title">/,
    );
    expect(svg.match(/aria-|role=/g)).toHaveLength(2);
    expect(drawn(id).description).toMatch(/\.$/);
  });

  test("is as wide as a phone's text, whatever Vega makes of its letters", async () => {
    expect(await drawSvg(drawn(id), "chart")).toMatch(/ width="360"/);
  });

  test("gives every scale of categories an explicit domain", () => {
    const { spec } = compile(drawn(id).spec);
    const scales = spec.scales!.filter(({ type }) => type === "band" || type === "ordinal");
    expect(scales.length).toBeGreaterThan(0);
    for (const scale of scales) expect(scale.domain).toBeInstanceOf(Array);
  });
});

describe("ranked", () => {
  test("puts the most important first, with its rank set beside it", async () => {
    const lines = texts(await drawSvg(drawn("ranked"), "chart"));
    const labels = lines.filter((line) => /internship|study|visits|Research/.test(line));
    expect(labels).toEqual([
      "Did an internship that was paid, supervised &amp; part of the degree &lt;any&gt;",
      "Field of study",
      "Career centre visits",
      "Research with faculty",
    ]);
    expect(lines.filter((line) => line === "1st–3rd")).toHaveLength(4);
  });

  test("explains each shape that occurs", async () => {
    const svg = await drawSvg(drawn("ranked"), "chart");
    for (const words of ["clear priority", "likely matters", "cannot tell", "the other way"])
      expect(svg).toContain(words);
    expect(svg).not.toContain("little association");
  });

  test("brackets who is too close to call, and nobody else", async () => {
    const words = "too close to call";
    expect(await drawSvg(drawn("ranked"), "chart")).toContain(words);
    const apart = { ...screening.rankings[0], groups: [["internship"], ["major"]] };
    const none = charts.ranked.draw({
      ...ranking,
      screening: { ...screening, rankings: [apart as Ranking] },
    });
    expect(await drawSvg(none!, "chart")).not.toContain(words);
  });
});

describe("wave", () => {
  test("adds the days up, and says what they come to", async () => {
    const { description, spec } = drawn("wave");
    expect(description).toContain("from 2026-03-02 to 2026-03-10: 50 people had started and 37");
    // Vega leaves marks of its own on what it has drawn.
    expect(structuredClone(spec.data)).toEqual({
      values: [
        { at: 0, of: "Started", people: 20 },
        { at: 1, of: "Started", people: 50 },
        { at: 8, of: "Started", people: 50 },
        { at: 0, of: "Completed", people: 12 },
        { at: 1, of: "Completed", people: 32 },
        { at: 8, of: "Completed", people: 37 },
      ],
    });
    const lines = texts(await drawSvg(drawn("wave"), "chart"));
    expect(lines).toEqual(
      expect.arrayContaining(["2026-03-02", "2026-03-10", "Started", "Completed"]),
    );
  });

  test("draws nothing of one day", () => {
    expect(charts.wave.draw({ days: [] })).toBeUndefined();
    expect(charts.wave.draw({ days: waveDays.slice(0, 1) })).toBeUndefined();
  });
});

describe.each(["ranked", "reach", "differences"] as const)("%s", (id) => {
  test("draws nothing for an outcome without a ranking", () => {
    expect(charts[id].draw({ ...ranking, outcome: "salary" })).toBeUndefined();
    expect(charts[id].draw({ ...ranking, of: "learning outcomes" })).toBeUndefined();
  });
});

describe("reach", () => {
  test("is derived importance, not what anybody stated, and says who is not drawn", () => {
    expect(drawn("reach").title).toBe(
      "Experiences by reach and by derived, not stated, importance for Satisfaction",
    );
    expect(drawn("reach").description).toContain(
      "1 without a reach that may be shown is not drawn.",
    );
  });

  test("numbers each dot by its rank, and names the numbers below", async () => {
    const lines = texts(await drawSvg(drawn("reach"), "chart"));
    expect(lines.filter((line) => /^[1-4]$/.test(line)).sort()).toEqual(["1", "3", "4"]);
    expect(lines).toContain("3  Career centre visits");
  });
});

describe("differences", () => {
  test("stand beside the raw one, in the unit of the outcome", async () => {
    const lines = texts(await drawSvg(drawn("differences"), "chart"));
    expect(lines).toContain("Difference in points");
    expect(lines.filter((line) => /^−?0\.\d+$/.test(line))).toEqual(
      expect.arrayContaining(["0.30", "−0.15", "0.01"]),
    );
    expect(lines).toContain("no direction");
    expect(lines).toContain("raw: nothing held constant");
  });
});

describe("brackets", () => {
  test("overlapping ones stand side by side, others below each other", () => {
    const [a, b, c, d] = [
      { from: 0, to: 2 },
      { from: 1, to: 4 },
      { from: 3, to: 5 },
      { from: 5, to: 6 },
    ] as const;
    expect(lanesOf([a, b, c, d])).toEqual([
      [a, c],
      [b, d],
    ]);
  });
});

describe("numbers beside dots", () => {
  const within = { x: 300, y: 300 };

  test("are apart from each other and from every dot while there is room", () => {
    const spot = record({ x: integer({ min: 20, max: 280 }), y: integer({ min: 20, max: 280 }) });
    assert(
      property(array(spot, { maxLength: 8 }), (dots) => {
        const spots = numberSpots(dots, within);
        spots.forEach((one, i) => {
          for (const other of spots.slice(i + 1))
            expect(Math.abs(one.x - other.x) >= 20 || Math.abs(one.y - other.y) >= 13).toBe(true);
          for (const dot of dots)
            expect(Math.abs(one.x - dot.x) >= 16 || Math.abs(one.y - dot.y) >= 12.5).toBe(true);
        });
      }),
    );
  });

  test("stand to the right of a dot that is alone", () => {
    expect(numberSpots([{ x: 100, y: 100 }], within)).toEqual([{ x: 117, y: 100 }]);
  });
});

describe("matrix", () => {
  test("shows evidence and direction of every pair, hollow where there is none", () => {
    const { values } = drawn("matrix").spec.data as {
      values: { predictor: string; outcome: string; tier: string; evidence: string }[];
    };
    const cell = (predictor: string, outcome: string) => {
      const { tier, evidence } = values.find(
        (one) => one.predictor === predictor && one.outcome === outcome,
      )!;
      return `${tier}: ${evidence}`;
    };
    expect(values).toHaveLength(8);
    expect(cell("internship", "satisfaction")).toBe("holm: more");
    expect(cell("internship", "salary")).toBe("holm: less");
    expect(cell("visits", "salary")).toBe("bh: less");
    expect(cell("major", "satisfaction")).toBe("holm: undirected");
    expect(cell("research", "satisfaction")).toBe("unclear: unclear");
    expect(cell("research", "salary")).toBe("none: none");
  });

  test("grows wider with many outcomes instead of smaller", async () => {
    const many = Array.from({ length: 12 }, (_, i) => `outcome ${i}`);
    const [first] = screening.associations;
    const wide = charts.matrix.draw({
      names,
      screening: {
        ...screening,
        plan: { ...screening.plan, outcomes: many },
        associations: many.map((outcome) => ({ ...first!, outcome })),
      },
    });
    expect(await drawSvg(wide!, "wide")).toMatch(/ width="582"/);
  });
});

describe("raw to adjusted", () => {
  test("marks what turns round and leaves out what has no covariates", async () => {
    const svg = await drawSvg(drawn("rawAdjusted"), "chart");
    expect(texts(svg).filter((text) => text.includes("turns round"))).toEqual([
      "0.05 → −0.06 turns round",
    ]);
    expect(drawn("rawAdjusted").description).toContain("Turned round: Career centre visits.");
    expect(charts.rawAdjusted.draw({ ...findings, outcome: "salary" })).toBeUndefined();
  });
});

describe("pair", () => {
  test("says of a group of three people only that it is small", async () => {
    const lines = texts(await drawSvg(drawn("pair"), "chart"));
    expect(lines.filter((line) => line === "too few people").length).toBeGreaterThan(0);
    expect(JSON.stringify(drawn("pair"))).not.toMatch(/"n":3\b|"mean":4\b/);
  });
});
