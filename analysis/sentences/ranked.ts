/**
 * What a ranking says of one item: how much higher the outcome is for whom, how sure that is, and how strong something
 * unmeasured would have to be. Sizes are numbers with their interval, never adjectives.
 */
import type { Ranked, Ranking, Tier } from "../ranking.ts";
import { amountOf, littleBetween } from "./difference.ts";
import { pInWords, roundedTo, sizeOf } from "./figures.ts";
import { listed, nameIn, outcomeIn, quoted, type Names } from "./names.ts";
import { sentenceForRobustness } from "./robustness.ts";
import { sidesOf } from "./sides.ts";

/** Everything in one paragraph that stands alone: among whom, the claim, how robust it is. */
export function sentenceForRanked(ranked: Ranked, ranking: Ranking, names: Names): string {
  return paragraph(ranked, ranking, { names, among: `${amongWhom(ranking, names)}, ` });
}

/** The same below a line that says among whom: `amongWhom`. */
export function claimFor(ranked: Ranked, ranking: Ranking, names: Names): string {
  return paragraph(ranked, ranking, { names, among: "" });
}

/** The claim alone, for a list of what to look at: neither what more of it is nor how robust it is. */
export const headlineFor = (ranked: Ranked, ranking: Ranking, names: Names): string =>
  `${quoted(ranked.label)}: ${claim(ranked, ranking, names)}`;

/** "among people alike in “Field of study” and “Grades” and in everything else ranked" */
export function amongWhom({ adjustedFor }: Ranking, names: Names): string {
  if (adjustedFor.length === 0) return "among people alike in everything else ranked";
  const alike = listed(adjustedFor.map((id) => quoted(nameIn(names)(id))));
  return `among people alike in ${alike} and in everything else ranked`;
}

/** Whether the difference, or that categories differ, can be told from chance. */
export const isTold = ({ tier }: Pick<Ranked, "tier">): boolean => told.has(tier);

const told: ReadonlySet<Tier> = new Set<Tier>([
  "clear priority",
  "likely matters",
  "points the other way",
]);

function paragraph(
  ranked: Ranked,
  ranking: Ranking,
  { names, among }: { readonly names: Names; readonly among: string },
): string {
  const label = quoted(ranked.label);
  const head = ranked.tier === "points the other way" ? `${label} points the other way` : label;
  const robust = isTold(ranked) ? sentenceForRobustness(ranked, ranking, names) : undefined;
  return [
    `${head}: ${among}${claim(ranked, ranking, names)}`,
    ...aside(ranked, ranking, names),
    ...turn(ranked, ranking, names),
    ...(robust === undefined ? [] : [robust]),
  ].join(" ");
}

function claim(ranked: Ranked, ranking: Ranking, names: Names): string {
  const { difference, pHolm } = ranked.evidence;
  const outcome = outcomeIn(ranking, names);
  if (difference === null) return withoutDirection(ranked, { outcome, pHolm });
  const { value, interval } = difference;
  const { upper, lower } = sidesOf(ranked, ranking, names);
  const size = sizeOf(value, interval);
  const range = roundedTo(size);
  const bracket = `(${range(interval.low)} to ${range(interval.high)})`;
  const amount = amountOf(value, ranking, { names, size });
  const between = `anything from ${range(interval.low)} to ${range(interval.high)}`;
  const said = `${upper} report ${outcome} ${amount} than ${lower}`;
  if (isTold(ranked)) return `${said} ${bracket}.`;
  const little = littleBetween(ranking);
  if (ranked.tier === "little association" && little !== undefined)
    return `the difference is little, whatever it is: ${said}, and ${between} fits the data, all of it less than ${range(little.high)} either way.`;
  if (interval.low > 0 || interval.high < 0)
    return `no difference can be told from chance among so many (Holm p ${pInWords(pHolm)}): ${said} ${bracket}.`;
  return `no difference can be told from chance: ${said}, but ${between} fits the data.`;
}

function withoutDirection(
  ranked: Ranked,
  { outcome, pHolm }: { readonly outcome: string; readonly pHolm: number },
): string {
  if (ranked.steps.length === ranked.members.length)
    return `nothing of it is left beside everything else, so no difference of its own can be told.`;
  const p = `Holm p ${pInWords(pHolm)}`;
  return isTold(ranked)
    ? `its categories differ in ${outcome}, without one direction (${p}).`
    : `no difference in ${outcome} between its categories can be told from chance (${p}).`;
}

/** What the two sides are, where a claim was made of them. */
const aside = (ranked: Ranked, ranking: Ranking, names: Names): string[] =>
  ranked.evidence.difference === null ? [] : sidesOf(ranked, ranking, names).aside;

/** Raw and adjusted disagree: the reader who knows the raw figure must not be surprised. */
function turn({ evidence }: Ranked, ranking: Ranking, names: Names): string[] {
  const { signConflict, raw } = evidence;
  if (!signConflict || raw === null) return [];
  const amount = amountOf(raw, ranking, { names, size: Math.abs(raw) });
  return [`Raw, with nothing held constant, the difference points the other way: ${amount}.`];
}
