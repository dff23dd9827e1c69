/**
 * One look for all charts. Colours are custom properties with the light value as fallback, so the page
 * around a chart turns it dark, and a chart that stands alone is still legible.
 *
 * Contrast against its paper is at least 4.5 for everything that is read and 3 for everything else that matters
 * (tested). Blue and orange stay apart for every common colour-vision deficiency; no meaning rests on colour alone.
 */
import type { Config } from "vega-lite";

export const palette = {
  ink: { light: "#1c2126", dark: "#e8ebee" },
  quiet: { light: "#57606a", dark: "#a3adb8" },
  grid: { light: "#dfe3e8", dark: "#39414a" },
  paper: { light: "#ffffff", dark: "#14181c" },
  likely: { light: "#0b6f66", dark: "#63d2c4" },
  positive: { light: "#0b5cad", dark: "#7ab8ff" },
  negative: { light: "#a8430b", dark: "#ffab70" },
  undirected: { light: "#6a3aa2", dark: "#cdb0ff" },
} as const;

export type Colour = keyof typeof palette;

/** The colour as an SVG attribute takes it. */
export const colourOf = (name: Colour): string => `var(--chart-${name}, ${palette[name].light})`;

/** The style sheet that gives the custom properties their values, for the page that holds charts. */
export function paletteStyle(): string {
  const values = (scheme: "light" | "dark") =>
    Object.entries(palette)
      .map(([name, value]) => `--chart-${name}: ${value[scheme]};`)
      .join(" ");
  return (
    `:root { ${values("light")} }\n` +
    `@media (prefers-color-scheme: dark) { :root { ${values("dark")} } }\n` +
    `@media print { :root { ${values("light")} } }`
  );
}

/** All charts are this wide, whatever they hold: as wide as the text of the smallest phone. */
export const chartWidth = 360;
export const fontSize = 13;
const font = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

export const config: Config = {
  // Vega measures text by guessing without a canvas; nothing in the layout may depend on that.
  autosize: { type: "none" },
  aria: false,
  background: "transparent",
  font,
  view: { stroke: null },
  axis: {
    domain: false,
    ticks: false,
    grid: true,
    gridColor: colourOf("grid"),
    labelColor: colourOf("quiet"),
    labelFontSize: fontSize - 1,
    labelPadding: 6,
    titleColor: colourOf("quiet"),
    titleFontSize: fontSize - 1,
    titleFontWeight: "normal",
    titlePadding: 8,
  },
  text: { color: colourOf("ink"), fontSize, lineHeight: 16, baseline: "top", align: "left" },
};
