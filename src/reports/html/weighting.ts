/** What weighting did, and what it cost. */
import { html } from "hono/html";
import { nameIn, type Names, type WeightingReport } from "#analysis";
import type { Context } from "./context.ts";
import { count, list, percent, type Html } from "./format.ts";

export function weighting({ screening, names }: Context): Html {
  const { weighting: report } = screening;
  if (report === null) return html``;
  return html`<section aria-labelledby="weighting">
    <h2 id="weighting">What weighting did</h2>
    <dl>
      ${weightingLines(report).map(
        ([term, value]) =>
          html`<dt>${term}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>
    ${weightingWarnings(report, names).map((text) => html`<p class="limit">${text}</p>`)}
  </section>`;
}

type Line = readonly [term: string, value: string];

/** For the report and the pages alike. */
export function weightingLines(report: WeightingReport): Line[] {
  const { n, effectiveN, designEffect, largest, misfit, responseRate, strata, units, single } =
    report;
  const medians = (times: number): string => times.toFixed(1);
  const people = (n: number): string => count(Math.round(n));
  const asked: Line[] =
    responseRate === null ? [] : [["Response rate", `${percent(responseRate)} of those asked`]];
  const reached: Line[] =
    misfit === null
      ? []
      : [["Misfit to the known margins", `at most ${percent(misfit, misfit < 0.001 ? 4 : 1)}`]];
  const drawn: Line[] =
    strata === 1 && units === n
      ? []
      : [
          [
            "Drawn in",
            `${count(units)} units of ${count(strata)} strata` +
              (single === 0 ? "" : `, ${count(single)} of them with a single unit`),
          ],
        ];
  return [
    ["People with a weight", count(n)],
    ...asked,
    ["Effective number", turned(effectiveN, people)],
    ["Design effect", `${designEffect.toFixed(2)}: people over effective number (Kish 1965)`],
    ["Largest weight, in medians", turned(largest, medians)],
    ...reached,
    ...drawn,
  ];
}

/** Where weights should not be relied on. */
export function weightingWarnings({ thin, unknown }: WeightingReport, names: Names): string[] {
  const name = nameIn(names);
  const categories = thin.map(({ variable, code }) => {
    const label = names.get(variable)?.labels?.get(code) ?? String(code);
    return `${name(variable)}: ${label}`;
  });
  const texts: readonly (string | false)[] = [
    thin.length > 0 &&
      `Fewer than 30 people stand for the whole of ${list(categories)}: their weights are wild. Merge such categories with others.`,
    unknown.length > 0 &&
      `Not everybody who answered has a category in ${list(unknown.map(name))}; people without one count as a category of their own.`,
  ];
  return texts.filter((text) => text !== false);
}

function turned(
  { before, after }: WeightingReport["largest"],
  write: (one: number) => string,
): string {
  const [earlier, now] = [write(before), write(after)];
  return earlier === now ? now : `${now}, ${earlier} before trimming`;
}
