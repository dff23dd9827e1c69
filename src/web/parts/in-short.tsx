/** The finding first: what to look at for this outcome, and how far to trust it. */
import type { Child, FC } from "hono/jsx";
import {
  amongWhom,
  headlineFor,
  ordinalRange,
  sentenceForStressTest,
  sentenceForUnranked,
  tierMeanings,
  type Ranked,
  type Ranking,
  type Unranked,
} from "#analysis";
import { count } from "../../reports/html/format.ts";
import { thingsToLookAt } from "../../reports/html/in-short.ts";
import type { Finding } from "../studies/finding.ts";
import { TierMark } from "./tier.tsx";

interface InShortProps {
  /** The first that could be made, else the first. */
  readonly ranking: Ranking | Unranked | undefined;
  readonly finding: Finding;
  /** The page of a ranked experience. */
  pairAddress(predictor: string): string;
}

export const InShort: FC<InShortProps> = ({ ranking, finding, pairAddress }) => {
  if (ranking === undefined)
    return (
      <p class="note">
        Its categories have no order, so shares of its variance have no meaning and nothing is
        ranked for it. Pair by pair, everything that was found is below.
      </p>
    );
  if (!ranking.ok)
    return (
      <p class="note">
        {sentenceForUnranked(ranking, finding.names)} {whatCanBeDone[ranking.because]}
      </p>
    );
  const things = thingsToLookAt(ranking);
  const stress = sentenceForStressTest(ranking);
  return (
    <section>
      <h2>{headings[things.length]}</h2>
      {things.length === 0 ? (
        <p class="lead">
          Of {count(ranking.ranked.length)} {ranking.of}, none has a difference towards a better
          outcome that can be told from chance among these {count(ranking.n)} people. More people,
          or fewer and better measured experiences, would tell more.
        </p>
      ) : (
        <>
          <p>
            Of {count(ranking.ranked.length)} {ranking.of}, from {count(ranking.n)} people: what
            goes with a better outcome and can be told from chance, clear priorities first,{" "}
            {amongWhom(ranking, finding.names)}.
          </p>
          <ol class="things">
            {things.map((one) => (
              <li>
                <h3>{titleOf(one, ranking, pairAddress)}</h3>
                <p>
                  <TierMark tier={one.tier} /> <b>{one.tier}</b>,{" "}
                  {ordinalRange(one.rankLow, one.rankHigh)} of {count(ranking.ranked.length)}.{" "}
                  <span class="quiet">{tierMeanings[one.tier]}</span>
                </p>
                <p>{headlineFor(one, ranking, finding.names)}</p>
              </li>
            ))}
          </ol>
        </>
      )}
      {stress !== undefined && <p>{stress}</p>}
    </section>
  );
};

const headings = [
  "Nothing stands out",
  "One thing to look at first",
  "Two things to look at first",
  "Three things to look at first",
] as const;

const titleOf = (
  { label, members }: Ranked,
  { of }: Ranking,
  pairAddress: InShortProps["pairAddress"],
): Child => (of === "experiences" ? <a href={pairAddress(members[0]!)}>{label}</a> : label);

const whatCanBeDone: Readonly<Record<Unranked["because"], string>> = {
  "too few complete people":
    "Fewer experiences or covariates in the plan leave more people with every answer.",
  "fewer than two experiences vary":
    "Add experiences to the plan that some people had and others had not.",
  "together they explain almost nothing":
    "An order of noise is none. Pair by pair, everything that was found is below.",
};
