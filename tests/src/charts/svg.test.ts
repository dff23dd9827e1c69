import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { TopLevelSpec } from "vega-lite";
import { expect, test } from "vitest";
import { drawSvg } from "../../../src/charts/index.ts";

const bars = (more: object): TopLevelSpec =>
  ({
    data: { values: [{ a: "x & <y>", b: 1 }] },
    mark: "bar",
    encoding: { x: { field: "b", type: "quantitative" }, y: { field: "a", type: "nominal" } },
    ...more,
  }) as TopLevelSpec;
const drawing = (spec: TopLevelSpec) => ({
  title: 'A "title" & <more>',
  description: "Words.",
  spec,
});

test("escapes what people wrote", async () => {
  const svg = await drawSvg(drawing(bars({})), "bars");
  expect(svg).toContain('<title id="bars-title">A &quot;title&quot; &amp; &lt;more&gt;</title>');
  expect(svg).toContain("x &amp; &lt;y&gt;");
});

test("keeps text that looks like an attribute", async () => {
  const label = 'says role="img" class="x" style="y"';
  const text = { text: { value: label } };
  const svg = await drawSvg(drawing(bars({ mark: "text", encoding: text })), "bars");
  expect(svg.replaceAll("&quot;", '"')).toContain(label);
});

test("loads nothing, neither from the network nor from a file", async () => {
  let asked = 0;
  const server = createServer((_, response) => response.end(String(++asked))).listen(
    0,
    "127.0.0.1",
  );
  await new Promise((ready) => server.once("listening", ready));
  const { port } = server.address() as AddressInfo;
  try {
    for (const url of [
      `http://127.0.0.1:${port}/data.json`,
      new URL("../../../package.json", import.meta.url).href,
    ])
      await expect(drawSvg(drawing(bars({ data: { url } })), "bars")).rejects.toThrow(
        /may not load anything/,
      );
    expect(asked).toBe(0);
  } finally {
    server.close();
  }
});

test("takes a warning for an error", async () => {
  const misspelt = bars({
    encoding: { x: { field: "b", type: "quantitative", scale: { type: "nonsense" } } },
  });
  await expect(drawSvg(drawing(misspelt), "bars")).rejects.toThrow(/chart "A/);
});

test("refuses a mark that would need a style attribute", async () => {
  const blended = bars({ mark: { type: "bar", blend: "multiply" } });
  await expect(drawSvg(drawing(blended), "bars")).rejects.toThrow(/cannot make this safe/);
});

test("requires an id that can stand in a page", async () => {
  await expect(drawSvg(drawing(bars({})), 'x" onload="')).rejects.toThrow(RangeError);
});
