import { createHash } from "node:crypto";
import { raw } from "hono/html";
import { paletteStyle } from "../../charts/index.ts";

const rules = `${paletteStyle()}
:root { color-scheme: light dark; font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
body { margin: 0 auto; max-width: 72rem; padding: 1.5rem 15px 4rem; color: var(--chart-ink); background: var(--chart-paper); overflow-wrap: break-word; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.3rem; line-height: 1.25; margin: 3rem 0 .75rem; padding-top: .75rem; border-top: 2px solid var(--chart-grid); }
h3 { font-size: 1.08rem; margin: 2rem 0 .5rem; }
p, ul, ol, dl { max-width: 44rem; }
li { margin: .3rem 0; }
a { color: var(--chart-positive); }
nav ul { columns: 2 14rem; padding-left: 1.2rem; }
nav li { margin: 0; padding: .15rem 0; break-inside: avoid; }
section > ul, section > ol, .finding ul { padding-left: 1.2rem; }
dt { color: var(--chart-quiet); }
dd { margin: 0 0 .5rem; overflow-wrap: anywhere; }
@media (min-width: 40rem) {
  dl { display: grid; grid-template-columns: minmax(7rem, max-content) 1fr; gap: .35rem 1.25rem; }
  dd { margin: 0; }
}
code { font-size: .9em; overflow-wrap: anywhere; }
.quiet { color: var(--chart-quiet); }
.limit { border-left: 3px solid var(--chart-grid); padding-left: .8rem; color: var(--chart-quiet); }
.finding { display: grid; gap: 1rem 3rem; align-items: start; }
.finding > * { min-width: 0; }
@media (min-width: 60rem) { .finding { grid-template-columns: 27rem 1fr; } }
.pair { display: grid; gap: 1rem 3rem; align-items: start; }
.pair > * { min-width: 0; }
@media (min-width: 60rem) { .pair { grid-template-columns: 27rem 27rem; } }
.tier { margin-bottom: .3rem; color: var(--chart-quiet); }
.tier strong { color: var(--chart-ink); }
.tier + ul { margin-top: .3rem; padding-left: 1.2rem; }
figure { margin: 1rem 0; }
figcaption { font-weight: 600; margin-bottom: .5rem; max-width: 27rem; }
h4 { font-size: 1rem; margin: 1.75rem 0 .4rem; }
.chart { display: block; width: 100%; max-width: 27rem; height: auto; }
.wide { overflow-x: auto; }
.wide .chart { width: auto; max-width: none; }
.scroll { overflow-x: auto; margin: 1rem 0; }
.scroll:focus-visible, .wide:focus-visible { outline: 2px solid var(--chart-positive); outline-offset: 2px; }
table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding-bottom: .4rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .9rem .35rem 0; border-bottom: 1px solid var(--chart-grid); }
thead th { font-weight: 600; color: var(--chart-quiet); }
tbody th { font-weight: 400; min-width: 9rem; }
td.number, th.number { text-align: right; white-space: nowrap; }
td.words { min-width: 14rem; }
summary { cursor: pointer; padding: .25rem 0; }
@media print {
  :root { color-scheme: light; font-size: 9.5pt; }
  body { max-width: none; padding: 0; }
  nav { display: none; }
  h2 { break-after: avoid; } h3 { break-after: avoid; } figure, tr { break-inside: avoid; }
  .scroll, .wide { overflow: visible; } table { font-size: 7.5pt; } th, td, tbody th, td.words { min-width: 0; padding-right: .4rem; }
  td { overflow-wrap: anywhere; }
  th.number, td.number { white-space: normal; overflow-wrap: normal; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
}`;

export const style = raw(`<style>${rules}</style>`);

/** Content-Security-Policy under which the report looks as it should: nothing but its own style sheet. */
export const reportPolicy = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(rules).digest("base64")}'; base-uri 'none'; form-action 'none'`;
