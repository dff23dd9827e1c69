/** The finding first: what to look at for each outcome, and how far to trust it. */
import { html } from "hono/html";
import {
  amongWhom,
  headlineFor,
  ordinalRange,
  sentenceForStressTest,
  sentenceForUnranked,
  type Ranked,
  type Ranking,
  type VariableId,
} from "#analysis";
import type { Context } from "./context.ts";
import { count, type Html } from "./format.ts";

/** How many things a reader is asked to look at. */
const most = 3;

export function inShort(context: Context): Html {
  const { screening } = context;
  return html`<section aria-labelledby="in-short">
    <h2 id="in-short">In short</h2>
    ${screening.plan.outcomes.map(
      (outcome, i) =>
        html`<h3>${context.name(outcome)}</h3>
          ${oneOutcome(outcome, context)}
          <p><a href="#outcome-${i + 1}">Charts and figures of ${context.name(outcome)}</a></p>`,
    )}
  </section>`;
}

function oneOutcome(outcome: VariableId, { screening, names }: Context): Html {
  const rankings = screening.rankings.filter((ranking) => ranking.outcome === outcome);
  const ranking = rankings.findLast((one) => one.ok) ?? rankings.at(-1);
  if (ranking === undefined)
    return html`<p>Its categories have no order: nothing is ranked for it.</p>`;
  if (!ranking.ok) return html`<p>${sentenceForUnranked(ranking, names)}</p>`;
  const things = thingsToLookAt(ranking);
  if (things.length === 0)
    return html`<p>
      Of ${ranking.ranked.length} ${ranking.of}, none has a difference towards a better outcome that
      can be told from chance.
    </p>`;
  return html`<p class="quiet">
      ${things.length} of ${ranking.ranked.length} ${ranking.of} to look at,
      ${amongWhom(ranking, names)}; ${count(ranking.n)} people:
    </p>
    <ol>
      ${things.map(
        (one) =>
          html`<li>
            <strong>${one.tier}</strong>, ${ordinalRange(one.rankLow, one.rankHigh)} of
            ${ranking.ranked.length}. ${headlineFor(one, ranking, names)}
          </li>`,
      )}
    </ol>
    <p>${sentenceForStressTest(ranking) ?? ""}</p>`;
}

/** What can be told from nothing and goes with a better outcome, clear priorities first, then by rank. */
export function thingsToLookAt({ ranked }: Ranking): Ranked[] {
  const among = (tier: Ranked["tier"]): Ranked[] => ranked.filter((one) => one.tier === tier);
  return [...among("clear priority"), ...among("likely matters")].slice(0, most);
}
