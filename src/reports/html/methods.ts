/** How the figures were made and what they cannot say. */
import { html } from "hono/html";
import { methods as allMethods, type Screening } from "#analysis";
import type { Context } from "./context.ts";
import { count, percent, type Html } from "./format.ts";
import { rankingMethods } from "./ranking-methods.ts";

export function missing({ screening, name }: Context): Html {
  const { associations, plan, dataset, rankings } = screening;
  const people = associations.flatMap(({ n }) => (n === null ? [] : [n]));
  const range =
    people.length === 0
      ? ""
      : `They rest on ${count(Math.min(...people))} to ${count(Math.max(...people))} of ${count(dataset.people)} people. `;
  const complete = rankings
    .filter((ranking) => ranking.ok)
    .map(
      ({ n, outcome, of }) =>
        html`<li>
          ${of} for ${name(outcome)}: ${count(n)} people, ${percent(1 - n / dataset.people, 0)} lost
        </li>`,
    );
  return html`<section aria-labelledby="missing">
    <h2 id="missing">Missing answers</h2>
    <p>
      Nothing is filled in. Each pair uses the people who have both values. ${range}Adjusted figures
      use those who also have every value that is held
      constant${plan.weight === null ? "" : "; people without a weight above zero are left out of all figures"}.
    </p>
    ${
      complete.length === 0
        ? ""
        : html`<p>A ranking uses only people with every answer it needs, and so loses the most:</p>
            <ul>
              ${complete}
            </ul>`
    }
    <p>
      If those who did not answer differ in what is being asked, the figures are off by an amount
      that these data cannot show.
    </p>
  </section>`;
}

export function comparisons({ screening }: Context): Html {
  const { associations, plan } = screening;
  const tested = associations.filter(({ raw }) => raw.ok);
  const expected = Math.round(tested.length * 0.05);
  return html`<section aria-labelledby="comparisons">
    <h2 id="comparisons">Many comparisons</h2>
    <p>
      ${count(tested.length)} pairs were tested. Were nothing associated with anything, about
      ${count(expected)} of them would still have p below .05. Two corrections are printed:
      <em>p (Holm)</em> keeps the chance of even one false claim among the
      ${count(plan.predictors.length)} pairs of one outcome below .05, for claims to rely on (Holm
      1979); <em>q (BH)</em> keeps the expected share of false claims among all pairs below .05, for
      hints worth following up (Benjamini and Hochberg 1995). This report calls an association clear
      when p (Holm) is below .05.
    </p>
  </section>`;
}

export function methods(context: Context): Html {
  const { screening } = context;
  const used = allMethods.filter(({ id }) =>
    screening.associations.some((row) => row.method === id),
  );
  return html`<section aria-labelledby="methods">
    <h2 id="methods">Methods</h2>
    <h3>Coefficients</h3>
    <dl>
      ${used.map(
        (method) =>
          html`<dt>${method.label}</dt>
            <dd>${method.meaning} <span class="quiet">${method.reference}.</span></dd>`,
      )}
    </dl>
    <h3>Holding constant</h3>
    <p>
      Partial correlation: both sides are taken as they differ from what the covariates predict
      (least squares; unordered categories as indicator variables), and the remainders are
      correlated. For pairs measured in ranks, the values are replaced by their ranks first. Several
      columns on one side (unordered categories) give a multiple partial correlation, which has no
      sign.
    </p>
    ${rankingMethods(context)}
    ${
      screening.weighting === null
        ? ""
        : html`<h3>Weights</h3>
            <p>
              Weights are survey weights: estimates use weighted moments, and intervals and p-values
              come from linearised variances (Taylor series), never from treating the weights as
              numbers of people. The effective number (Kish 1965) describes what unequal weights
              cost; no test uses it. Where the plan names them, weights are made in this order: the
              chance of answering within classes, raking to known margins, trimming.
            </p>`
    }
  </section>`;
}

export const limits = ({ screening }: Context): Html =>
  html`<section aria-labelledby="limits">
    <h2 id="limits">Limits</h2>
    <ul>
      ${limitsOf(screening).map((text) => html`<li>${text}</li>`)}
    </ul>
  </section>`;

/** Where an ordinary reading would go wrong, next to the figures it would go wrong about. */
export function limitsOf({ plan, weighting }: Pick<Screening, "plan" | "weighting">): string[] {
  const all: readonly (string | false)[] = [
    "An association is not a reason. People chose their experiences, and what made them choose may also be what goes with the outcome.",
    plan.covariates.length > 0 &&
      "Adjusted figures compare people alike on what was measured and held constant. They do not compare people alike on everything.",
    plan.covariates.length > 0 &&
      "A covariate measured after the experience takes away part of what is being asked about. Hold constant what was there before.",
    "Who answers differs from who does not: people content with how things went answer more often.",
    "Where one person reports both the experience and the outcome in one questionnaire, a way of answering is part of the association.",
    "The differences of a ranking are those of one linear model: what bends, or differs between groups that were not compared, is averaged.",
    "What something unmeasured would have to be is said of one thing that was not measured; many small ones add up.",
    "Importance rewards what is measured well: a scale of many items stands before a single yes-or-no question of the same worth.",
    weighting !== null &&
      "Weights repair only what they were made from; nothing else about who answered.",
    "Differences between reports of two years are mostly noise unless they were tested as differences.",
  ];
  return all.filter((text) => text !== false);
}

export const check = (): Html =>
  html`<section aria-labelledby="check">
    <h2 id="check">Check these numbers</h2>
    <p>
      The folder of this report holds all that is needed. <code>Rscript reproduce.R</code> reads
      <code>data.csv</code> (the numbers that were analysed, one line per person without ids: share
      it with care), computes every row of <code>associations.csv</code> and the figures of
      <code>rankings.csv</code> again with R’s own functions, and prints the largest difference.
      <code>screening.json</code> holds the plan and every figure for programs.
    </p>
  </section>`;
