import { compile } from "vega-lite";
import { describe, expect, test } from "vitest";
import { charts, drawSvg, type ChartId, type Drawing } from "../../../src/charts/index.ts";
import { description, names, screening } from "./figures.ts";

const findings = { screening, names };
/** One drawing of every chart: a chart that is added must be added here too. */
const gallery: Record<ChartId, Drawing | undefined> = {
  ranked: charts.ranked.draw({ ...findings, outcome: "satisfaction", of: "experiences" }),
  matrix: charts.matrix.draw(findings),
  rawAdjusted: charts.rawAdjusted.draw({ ...findings, outcome: "satisfaction" }),
  pair: charts.pair.draw({ description }),
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
    for (const words of [
      "more goes with more",
      "more goes with less",
      "without one direction",
      "told from chance",
    ])
      expect(svg).toContain(words);
  });

  test("draws nothing for an outcome without a ranking", () => {
    expect(
      charts.ranked.draw({ ...findings, outcome: "salary", of: "experiences" }),
    ).toBeUndefined();
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
