import { describe, expect, test } from "vitest";
import { release } from "../../../analysis/disclosure/release.ts";
import { planDefaults } from "../../../analysis/plan.ts";
import type { GroupDifference, Ranked, Ranking, Unranked } from "../../../analysis/ranking.ts";
import { evidence, ranked, ranking } from "../../support/ranked.ts";

function released(...rankings: (Ranking | Unranked)[]): (Ranking | Unranked)[] {
  const plan = { ...planDefaults, outcomes: ["satisfaction"], predictors: ["visits"] };
  const dataset = { people: 400, sha256: "" };
  const once = release({
    engine: "throughline 0",
    dataset,
    plan,
    planSha256: "",
    weighting: null,
    associations: [],
    rankings,
  });
  expect(release(once)).toEqual(once);
  return [...once.rankings];
}
const about = (...items: Ranked[]): Ranking =>
  ranking({ outcome: "satisfaction", ranked: items, n: 250 });
const reachesOf = (answer: Ranking | Unranked): (number | null)[] =>
  answer.ok ? answer.ranked.map(({ reach }) => reach?.percent ?? null) : [];

const took = (id: string, people: number | null, percent = 40): Ranked =>
  ranked({
    id,
    reach: { of: people === null ? "mean place" : "took part", percent, people },
  });
const clo = (...members: string[]): Ranked => ({ ...took("clo", 90), members });
const outcomes = (...items: Ranked[]): Ranking => ({ ...about(...items), of: "learning outcomes" });

const compared = (
  item: string,
  groups: readonly GroupDifference[],
  group = "g",
): Ranking["comparisons"][number] => ({
  item,
  group,
  p: 0.1,
  pHolm: 0.2,
  replicated: null,
  groups,
});

describe("reach", () => {
  test("falls where few took part, and where few did not", () => {
    const [one] = released(about(took("a", 10), took("b", 9), took("c", 241), took("d", null)));
    expect(reachesOf(one!)).toEqual([40, null, null, 40]);
  });

  test("of a learning outcome falls with any of its evidence, wherever that stands", () => {
    const alone = about(took("a", 100), took("b", 9), took("c", 100));
    const [first, second] = released(outcomes(clo("a", "b"), clo("a", "c"), clo("b")), alone);
    expect(reachesOf(first!)).toEqual([null, 40, 40]);
    expect(reachesOf(second!)).toEqual([40, null, 40]);
    expect(reachesOf(released(outcomes(clo("a", "c")))[0]!)).toEqual([null]);
  });

  test("everything else stays as it was", () => {
    const whole = about(took("b", 9));
    const [one] = released(whole);
    expect(one).toEqual({ ...whole, ranked: [{ ...whole.ranked[0], reach: null }] });
  });
});

describe("groups", () => {
  const group = (n: number, reach: number, outcome = 60): GroupDifference => ({
    code: n,
    label: String(n),
    n,
    reach,
    outcome,
    difference: evidence(0.3, 0.01).difference,
  });
  const shown = (groups: GroupDifference[], more: Partial<Ranking> = {}): GroupDifference[] => {
    const whole = about(took("a", 100));
    const [one] = released({ ...whole, comparisons: [compared("a", groups)], ...more });
    return one?.ok ? [...one.comparisons[0]!.groups] : [];
  };

  test("a small group falls, and the next smallest shows only its difference", () => {
    const [large, next, small] = shown([group(150, 40), group(60, 40), group(9, 40)]);
    expect(large).toEqual(group(150, 40));
    expect(next).toEqual({ ...group(60, 40), n: null, reach: null, outcome: null });
    expect(small).toEqual({
      ...group(9, 40),
      n: null,
      reach: null,
      outcome: null,
      difference: null,
    });
  });

  test("few who took part in one group, or few who did not, hide all groups' reach", () => {
    const reach = (...percents: number[]) =>
      shown(percents.map((percent) => group(100, percent))).map((one) => one.reach);
    expect(reach(40, 10, 90)).toEqual([40, 10, 90]);
    expect(reach(40, 9)).toEqual([null, null]);
    expect(reach(40, 91)).toEqual([null, null]);
  });

  test("a hidden reach is hidden in every group", () => {
    const hidden = about(took("a", 9)).ranked;
    expect(shown([group(150, 40)], { ranked: hidden })[0]!.reach).toBeNull();
  });

  test("an outcome of yes and no is a share, too", () => {
    const outcome = (unit: Ranking["unit"]) =>
      shown([group(100, 40, 95), group(100, 40, 50)], { unit }).map((one) => one.outcome);
    expect(outcome("percentage points")).toEqual([null, null]);
    expect(outcome("own units")).toEqual([95, 50]);
  });

  test("of a learning outcome show what each of its evidence shows", () => {
    const comparison = (item: string, percent: number) =>
      compared(item, [group(100, percent), group(120, 40)]);
    const alone = (percent: number): Ranking => ({
      ...about(took("a", 100), took("b", 100)),
      comparisons: [comparison("a", 40), comparison("b", percent)],
    });
    const together = { ...outcomes(clo("a", "b")), comparisons: [comparison("clo", 40)] };
    const reach = (percent: number) => {
      const [, one] = released(alone(percent), together);
      return one?.ok ? one.comparisons[0]!.groups.map((each) => each.reach) : [];
    };
    expect(reach(40)).toEqual([40, 40]);
    expect(reach(5)).toEqual([null, null]);
  });
});

describe("of learning outcomes, groups", () => {
  const group = (code: number, percent: number): GroupDifference => ({
    code,
    label: String(code),
    n: 100 + code,
    reach: percent,
    outcome: 60,
    difference: null,
  });
  const by = (name: string, item: string, percent: number) =>
    compared(item, [group(1, percent), group(2, 40)], name);
  const reach = (alone: Ranking["comparisons"]): (number | null)[] => {
    const experiences = { ...about(took("a", 100), took("b", 100)), comparisons: alone };
    const together = { ...outcomes(clo("a", "b")), comparisons: [by("g", "clo", 40)] };
    const [, one] = released(experiences, together);
    return one?.ok ? one.comparisons[0]!.groups.map((each) => each.reach) : [];
  };
  const both = [by("g", "a", 40), by("g", "b", 40)];

  test("answer for the same groups of the same pieces, not for others", () => {
    expect(reach(both)).toEqual([40, 40]);
    expect(reach([by("h", "a", 5), by("h", "b", 5), ...both])).toEqual([40, 40]);
    expect(reach([by("g", "c", 5), ...both])).toEqual([40, 40]);
  });

  test("are hidden where a piece was not compared", () => {
    expect(reach([by("g", "a", 40)])).toEqual([null, null]);
    expect(reach([])).toEqual([null, null]);
  });
});

test("places on a scale are no shares: a low mean gives nobody away", () => {
  const groups = [5, 40].map((mean, code): GroupDifference => ({
    code,
    label: String(code),
    n: 100,
    reach: mean,
    outcome: null,
    difference: null,
  }));
  const [one] = released({
    ...about(took("a", null)),
    unit: "percentage points",
    comparisons: [compared("a", groups)],
  });
  expect(one?.ok && one.comparisons[0]!.groups).toEqual(groups);
});

test("an outcome that could not be ranked says why, and of how many unless they are few", () => {
  const why = { outcome: "satisfaction", of: "experiences", ok: false } as const;
  const many: Unranked = {
    ...why,
    because: "together they explain almost nothing",
    n: 250,
    addedRSquared: 0.001,
  };
  expect(released(many)).toEqual([many]);
  expect(released({ ...many, n: 9 })).toEqual([
    { ...why, because: "too few complete people", n: 0, addedRSquared: null },
  ]);
});

test("a ranking of too few people is none", () => {
  expect(released({ ...about(took("a", 5)), n: 9 })[0]).toEqual({
    outcome: "satisfaction",
    of: "experiences",
    ok: false,
    because: "too few complete people",
    n: 0,
    addedRSquared: null,
  });
});
