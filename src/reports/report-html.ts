/**
 * The report as one file: no script, no font, no picture from elsewhere. Tagged templates rather than JSX, so that
 * a worker thread can render it straight from the sources.
 */
import { html, raw } from "hono/html";
import type { Released, Screening } from "#analysis";
import { nameIn } from "../charts/chart.ts";
import type { Study } from "../studies/study.ts";
import { associations } from "./html/associations.ts";
import type { Context } from "./html/context.ts";
import { list, type Html } from "./html/format.ts";
import { inShort } from "./html/in-short.ts";
import { check, comparisons, limits, methods, missing } from "./html/methods.ts";
import { outcomeSection } from "./html/outcome.ts";
import { joined, question } from "./html/question.ts";
import { reportPolicy, style } from "./html/style.ts";
import { weighting } from "./html/weighting.ts";

export async function reportHtml(
  { assembly }: Study,
  screening: Released<Screening>,
): Promise<string> {
  const names = assembly.table.columns;
  const context: Context = { assembly, screening, names, name: nameIn(names) };
  const outcomes: Html[] = [];
  for (const [i, outcome] of screening.plan.outcomes.entries())
    outcomes.push(await outcomeSection(context, outcome, `outcome-${i + 1}`));
  const page = await html`${raw("<!doctype html>")}
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${reportPolicy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${titleOf(context)}</title>
        ${style}
      </head>
      <body>
        <main>
          <h1>${titleOf(context)}</h1>
          <p class="quiet">
            Associations, not reasons: what goes together in these data, how sure that is, and what
            is left among people alike.
          </p>
          ${contents(context)} ${inShort(context)} ${outcomes} ${await associations(context)}
          ${question(context)} ${joined(context)} ${weighting(context)} ${missing(context)}
          ${comparisons(context)} ${methods(context)} ${limits(context)} ${check()}
        </main>
      </body>
    </html> `;
  return `${String(page)}\n`;
}

const titleOf = ({ screening, name }: Context): string =>
  `What goes with ${list(screening.plan.outcomes.map(name))}`;

function contents({ screening, name }: Context): Html {
  const places: readonly (readonly [string, string])[] = [
    ["in-short", "In short"],
    ...screening.plan.outcomes.map(
      (outcome, i) => [`outcome-${i + 1}`, `What goes with ${name(outcome)}`] as const,
    ),
    ["associations", "All associations"],
    ["question", "The question"],
    ["joined", "What was joined"],
    ...(screening.weighting === null ? [] : [["weighting", "What weighting did"] as const]),
    ["missing", "Missing answers"],
    ["comparisons", "Many comparisons"],
    ["methods", "Methods"],
    ["limits", "Limits"],
    ["check", "Check these numbers"],
  ];
  return html`<nav aria-label="Contents">
    <ul>
      ${places.map(([id, words]) => html`<li><a href="#${id}">${words}</a></li>`)}
    </ul>
  </nav>`;
}
