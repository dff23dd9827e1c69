/**
 * What of a ranking rests on too few people: how many took part, and everything by group.
 *
 * A share gives two numbers away, who did and who did not; a mean over several experiences gives each away to who knows
 * the others; groups give the last away to who knows the total. So reach falls with either number, that of a learning
 * outcome with any of its evidence, and that of all groups together.
 */
import type { GroupComparison, Ranked, Ranking, Unranked } from "../ranking.ts";
import { withComplement } from "./small-counts.ts";

type Answer = Ranking | Unranked;

/** Learning outcomes after the experiences that are their evidence. */
export function releaseRankings(rankings: readonly Answer[], threshold: number): Answer[] {
  const few = (n: number | null): boolean => n !== null && n < threshold;
  const experiences = new Map<string, Ranking>();
  const released = new Map<Answer, Answer>();
  for (const answer of [...rankings].sort(experiencesFirst)) {
    const passed =
      answer.ok && !few(answer.n) ? ranking(answer, few, experiences) : withheld(answer, few);
    released.set(answer, passed);
    if (passed.ok && passed.of === "experiences") experiences.set(passed.outcome, passed);
  }
  return rankings.map((answer) => released.get(answer)!);
}

type Few = (n: number | null) => boolean;

const experiencesFirst = (a: Answer, b: Answer): number =>
  Number(a.of === "learning outcomes") - Number(b.of === "learning outcomes");

function withheld(answer: Answer, few: Few): Unranked {
  if (!answer.ok && !few(answer.n)) return answer;
  const { outcome, of } = answer;
  return { outcome, of, ok: false, because: "too few complete people", n: 0, addedRSquared: null };
}

function ranking(whole: Ranking, few: Few, experiences: ReadonlyMap<string, Ranking>): Ranking {
  const alone = experiences.get(whole.outcome);
  const ranked = whole.ranked.map((one) => ({
    ...one,
    reach: isReachSafe(one, whole.n, few) && areMembersSafe(one, alone) ? one.reach : null,
  }));
  const items = new Map(ranked.map((one) => [one.id, one]));
  const comparisons = whole.comparisons.map((one) =>
    comparison(one, { few, item: items.get(one.item), unit: whole.unit, alone }),
  );
  return { ...whole, ranked, comparisons };
}

const isReachSafe = ({ reach }: Ranked, n: number, few: Few): boolean =>
  reach !== null && (reach.people === null || !(few(reach.people) || few(n - reach.people)));

/** One member is what it is; of several, none may be hidden where it stands alone. */
const areMembersSafe = ({ members }: Ranked, alone: Ranking | undefined): boolean =>
  members.length < 2 ||
  members.every((id) => alone?.ranked.find((one) => one.id === id)?.reach != null);

interface Comparing {
  readonly few: Few;
  readonly item: Ranked | undefined;
  readonly unit: Ranking["unit"];
  readonly alone: Ranking | undefined;
}

function comparison(whole: GroupComparison, comparing: Comparing): GroupComparison {
  const { few, item, unit, alone } = comparing;
  const counts = withComplement(
    whole.groups.map(({ n }) => n),
    few,
  );
  const shown = whole.groups.filter((_, at) => counts[at] !== null);
  const isShare = item?.reach?.of === "took part";
  const reach =
    item?.reach != null &&
    areSafe(shown, { few, percent: isShare ? (one) => one.reach : null }) &&
    (item.members.length < 2 || item.members.every((id) => isShownAlone(id, whole, alone)));
  const outcome = areSafe(shown, {
    few,
    percent: unit === "percentage points" ? (one) => one.outcome : null,
  });
  return {
    ...whole,
    groups: whole.groups.map((group, at) => {
      const n = counts[at];
      return {
        ...group,
        n,
        reach: n !== null && reach ? group.reach : null,
        outcome: n !== null && outcome ? group.outcome : null,
        // A coefficient of a model of everybody: the others do not give it away.
        difference: few(group.n) ? null : group.difference,
      };
    }),
  };
}

type Group = GroupComparison["groups"][number];

/** Whether a share in percent leaves enough people on both its sides, in every group that has one. */
const areSafe = (
  groups: readonly Group[],
  {
    few,
    percent,
  }: { readonly few: Few; readonly percent: ((group: Group) => number | null) | null },
): boolean =>
  percent === null ||
  groups.every((group) => {
    const share = percent(group);
    if (share === null || group.n === null) return true;
    const people = Math.round((share / 100) * group.n);
    return !few(people) && !few(group.n - people);
  });

const isShownAlone = (
  id: string,
  { group }: GroupComparison,
  alone: Ranking | undefined,
): boolean =>
  alone?.comparisons
    .find((one) => one.item === id && one.group === group)
    ?.groups.some(({ reach }) => reach !== null) ?? false;
