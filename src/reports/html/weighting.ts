/** What weighting did, and what it cost. */
import { html } from "hono/html";
import type { WeightingReport } from "#analysis";
import type { Context } from "./context.ts";
import { count, list, percent, type Html } from "./format.ts";

export function weighting({ screening, names, name }: Context): Html {
  const { weighting: report } = screening;
  if (report === null) return html``;
  const thin = report.thin.map(({ variable, code }) => {
    const label = names.get(variable)?.labels?.get(code) ?? String(code);
    return `${name(variable)}: ${label}`;
  });
  return html`<section aria-labelledby="weighting">
    <h2 id="weighting">What weighting did</h2>
    <dl>
      ${linesOf(report).map(
        ([term, value]) =>
          html`<dt>${term}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>
    ${
      thin.length === 0
        ? ""
        : html`<p class="limit">
            Fewer than 30 people stand for the whole of ${list(thin)}: their weights are wild. Merge
            such categories with others.
          </p>`
    }
    ${
      report.unknown.length === 0
        ? ""
        : html`<p class="limit">
            Not everybody who answered has a category in ${list(report.unknown.map(name))}; people
            without one count as a category of their own.
          </p>`
    }
  </section>`;
}

type Line = readonly [term: string, value: string];

function linesOf(report: WeightingReport): Line[] {
  const { n, effectiveN, designEffect, largest, misfit, responseRate, strata, units, single } =
    report;
  const turn = ({ before, after }: WeightingReport["largest"], digits: number): string =>
    before.toFixed(digits) === after.toFixed(digits)
      ? after.toFixed(digits)
      : `${after.toFixed(digits)}, ${before.toFixed(digits)} before trimming`;
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
    ["Effective number", turn(effectiveN, 0)],
    ["Design effect", `${designEffect.toFixed(2)}: people over effective number (Kish 1965)`],
    ["Largest weight, in medians", turn(largest, 1)],
    ...reached,
    ...drawn,
  ];
}
