/** What stands beside every chart of a ranking: whom it rests on, what is held constant, how much there is to share. */
import {
  nameIn,
  pInWords,
  type Ranking,
  type Released,
  type Screening,
  type Names,
} from "#analysis";
import { count, list, percent } from "./format.ts";

type Line = readonly [term: string, value: string];

export function basisOf(ranking: Ranking, screening: Released<Screening>, names: Names): Line[] {
  const { n, answered, adjustedFor, addedRSquared, covariatesRSquared, jointP } = ranking;
  const { plan, weighting } = screening;
  const rate = weighting?.responseRate ?? null;
  return [
    [
      "People",
      `${count(n)} of the ${count(answered)} with an answer to “${nameIn(names)(ranking.outcome)}” (${percent(1 - n / answered, 0)} lost to gaps elsewhere)`,
    ],
    ...(rate === null ? [] : [["Response rate", percent(rate, 0)] as const]),
    ...(weighting === null
      ? []
      : [
          [
            "Effective number",
            `${count(Math.round(ranking.effectiveN))}, after weighting`,
          ] as const,
        ]),
    [
      "Held constant",
      adjustedFor.length === 0
        ? "nothing but everything else ranked"
        : `${list(adjustedFor.map(nameIn(names)))}, and everything else ranked`,
    ],
    [
      "Explained",
      `${percent(covariatesRSquared)} of the variance by what is held constant; ` +
        `all ${ranking.of} together add ${percent(addedRSquared)} (joint p ${pInWords(jointP)})`,
    ],
    ["Intervals", intervalsOf(ranking, plan)],
    ...(ranking.computed.how === "exact"
      ? []
      : [
          ["Importance", `averaged over ${count(ranking.computed.orders)} sampled orders`] as const,
        ]),
  ];
}

function intervalsOf({ errors }: Ranking, { confidence, replicates }: Screening["plan"]): string {
  const from =
    errors === "HC3"
      ? "errors that unequal spread does not spoil (HC3)"
      : "errors of the survey design (linearised)";
  const drawn =
    replicates === 0
      ? "ranks have no sets"
      : `ranks and importance from ${count(replicates)} replicates`;
  return `${percent(confidence, 0)} confidence; differences with ${from}; ${drawn}`;
}
