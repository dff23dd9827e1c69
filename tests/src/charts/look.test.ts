/** Legibility as arithmetic: contrast by the formula of WCAG 2.2, widths of text, and lines that fit. */
import { assert, integer, lorem, property } from "fast-check";
import { expect, test } from "vitest";
import { textWidth, wrap } from "../../../src/charts/text.ts";
import { palette, type Colour } from "../../../src/charts/theme.ts";

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

const contrast = (one: string, other: string): number => {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high! + 0.05) / (low! + 0.05);
};

test.each(["light", "dark"] as const)(
  "everything that is read has contrast 4.5 on %s paper",
  (scheme) => {
    const read: Colour[] = ["ink", "quiet", "likely", "positive", "negative", "undirected"];
    for (const name of read)
      expect(contrast(palette[name][scheme], palette.paper[scheme]), name).toBeGreaterThanOrEqual(
        4.5,
      );
  },
);

test("lines fit their width and lose no word while there is room", () => {
  assert(
    property(lorem({ maxCount: 12 }), integer({ min: 8, max: 40 }), (text, width) => {
      const lines = wrap(text, width, 50);
      for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width);
      expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
    }),
  );
});

test("what does not fit ends in an ellipsis", () => {
  expect(wrap("Acquiring job- or work-related knowledge and skills", 12, 2)).toEqual([
    "Acquiring job- or work-",
    "related knowledge a…",
  ]);
  expect(wrap("community_engagement", 10)).toEqual(["community_", "engagement"]);
  expect(wrap("", 12)).toEqual([""]);
});
