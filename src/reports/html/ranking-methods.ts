/** How a ranking is made, in plain words with its sources. */
import { html } from "hono/html";
import { tierMeanings, tiers } from "#analysis";
import type { Context } from "./context.ts";
import { percent, type Html } from "./format.ts";

export function rankingMethods({ screening }: Context): Html {
  const { plan, rankings } = screening;
  const { confidence, meaningful, replicates } = plan;
  const designed = rankings.some((one) => one.ok && one.errors === "survey design");
  const parts: readonly (readonly [term: string, words: string])[] = [
    [
      "Importance",
      "The share of the outcome’s variance that an item adds, averaged over all orders in which the items can enter, " +
        "after everything held constant (LMG: Lindeman, Merenda and Gold 1980; the Shapley value of R²). All evidence " +
        "of a learning outcome enters together.",
    ],
    [
      "Chance alone",
      "The grey mark: were the item shuffled among people, 19 times in 20 its importance would be less (after " +
        "Tonidandel, LeBreton and Johnson 2009). An importance near its mark is nothing to speak of.",
    ],
    [
      "Differences",
      "One linear model per outcome holds every item and everything held constant. A difference is what it expects " +
        "between two people who stand at the two ends of a step and are alike in all else; a step goes from the lower " +
        "to the upper quartile, or from where most people stand to the middle of those beyond. " +
        (designed
          ? "Errors are those of the survey design (Taylor series, Binder 1983), of what each person's outcome misses " +
            "the model by that is fitted without them and all drawn with them (as HC3: MacKinnon and White 1985; Li and " +
            "Valliant 2009; MacKinnon, Nielsen and Webb 2023)."
          : "Errors hold where spread is unequal (HC3: MacKinnon and White 1985; Long and Ervin 2000).") +
        " Where an error rests on few people the interval is wider (Satterthwaite 1946; von Davier 2024).",
    ],
    [
      "p (Holm)",
      "Of no difference, corrected over everything ranked for the outcome, so that the chance of even one false claim " +
        "stays below the level (Holm 1979).",
    ],
    [
      "Rank sets",
      replicates === 0
        ? "None: they come from replicates of the people, and none were asked for."
        : `All true ranks lie in their sets at once with ${percent(confidence, 0)} confidence (Mogstad, Romano, Shaikh and ` +
          "Wilhelm 2024), from replicates of the people in which weights and importance are made anew. Neighbours whose " +
          "sets overlap are too close to call.",
    ],
    [
      "Tiers",
      `${tiers.map((tier) => `“${tier}”: ${tierMeanings[tier]}`).join(" ")} Too small to matter is less than ` +
        `${meaningful} standard deviations of the outcome, or 3 percentage points of a yes or no.`,
    ],
    [
      "Robustness",
      "Which share of what is left of both the item and the outcome something unmeasured would have to explain to leave " +
        "nothing of a difference; in brackets, to bring its interval to nothing. Sentences say the same in terms of the " +
        "covariate that goes most with the outcome (Cinelli and Hazlett 2020).",
    ],
    [
      "Stress test",
      "The order is made again by other methods that are as good: Johnson’s weights (Johnson 2000), latent correlations " +
        "of ordered answers (Olsson 1979), people with gaps counted in by maximum likelihood, one covariate less, " +
        "weights off. It says whether a choice of method matters, not whether the ranking is sure.",
    ],
    [
      "Inflation",
      "How many times less is known of an item than if it stood alone, as it goes with the others (Marquardt 1970; " +
        "Fox and Monette 1992).",
    ],
  ];
  return html`<h3>Ranking</h3>
    <dl>
      ${parts.map(
        ([term, words]) =>
          html`<dt>${term}</dt>
            <dd>${words}</dd>`,
      )}
    </dl>
    <p>
      Nothing is ranked where there are too few people, where fewer than two items differ between
      people, or where all together add less than 2 % to what is explained (or may add nothing by
      their joint test): an order of noise is none.
    </p>`;
}
