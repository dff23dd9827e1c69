/** What the literature says of cells outside the target: by name, never by a wider target. */
import type { Kind } from "../population.ts";

interface Deviation {
  readonly id: string;
  readonly kinds: readonly Kind[];
  /** Whether the interval holds the truth too rarely or too often. */
  readonly is: "below" | "above";
  /** The largest sample that the reason is good for; any, unless told. */
  readonly upTo?: number;
  readonly reason: string;
}

export function reasonFor(
  { id, kind, n }: { readonly id: string; readonly kind: Kind; readonly n: number },
  coverage: number,
): string | undefined {
  const is = coverage < 0.95 ? "below" : "above";
  return deviations.find(
    (one) =>
      one.id === id && one.kinds.includes(kind) && one.is === is && n <= (one.upTo ?? Infinity),
  )?.reason;
}

/** Of intervals on Fisher's scale. */
const normalPairs =
  "Fisher's interval takes the pair for bivariate normal. The variance of r goes with the fourth moments, which are smaller where lopsided answers lean opposite ways: it is too wide (Hawkins 1989; Bishara & Hittner 2017)";

const fewInTheGroup =
  "a linearised error is too small in small samples (Efron 1982): of twenty people in the rarer group few gave a low answer, and where none did the difference is large and its error small";

const fewByWeight =
  "a linearised error is too small in small samples (Efron 1982), more so with unequal weights, which leave it fewer degrees of freedom than the design counts (Bell & McCaffrey 2002; Valliant & Rust 2010): these hundred people are worth 85. With three hundred it holds";

const fewPeople = "a linearised error is too small in small samples (Efron 1982)";

const fewClusters =
  "a linearised error is too small where clusters are few (Bell & McCaffrey 2002): these are 30 to 100";

const normalWithinGroups =
  "the interval inverts the noncentral F, which takes the outcome for normal with the same spread in all groups (Steiger 2004); where it is lopsided the ratio varies less, and the interval is a little too wide";

const wholeCounts =
  "counts are whole numbers: around a share the coverage goes up and down with the sample (Brown, Cai & DasGupta 2001)";

/** Several methods of which the same is said. */
const all = (ids: readonly string[], more: Omit<Deviation, "id">): Deviation[] =>
  ids.map((id) => ({ id, ...more }));

const deviations: readonly Deviation[] = [
  ...all(
    [
      "pearson",
      "point-biserial",
      "partial correlation",
      "difference of two correlations, Zou interval",
    ],
    { kinds: ["skewed ordinal"], is: "above", reason: normalPairs },
  ),
  ...all(["hedges-g", "mean-difference", "rank-biserial", "phi"], {
    kinds: ["skewed ordinal"],
    is: "below",
    upTo: 100,
    reason: fewInTheGroup,
  }),
  ...all(["eta", "omega-squared", "epsilon-squared"], {
    kinds: ["skewed ordinal"],
    is: "above",
    reason: normalWithinGroups,
  }),
  ...all(["share, logit interval", "share, Korn-Graubard interval"], {
    kinds: ["skewed ordinal"],
    is: "above",
    upTo: 100,
    reason: wholeCounts,
  }),
  ...all(["correlation, design-based"], {
    kinds: ["skewed ordinal"],
    is: "below",
    upTo: 100,
    reason: fewPeople,
  }),
  ...all(["kruskal"], { kinds: ["clustered"], is: "below", reason: fewClusters }),
  ...all(
    [
      "pearson",
      "partial correlation",
      "correlation, design-based",
      "linear coefficient, design-based",
      "Poisson coefficient, design-based",
    ],
    { kinds: ["weighted"], is: "below", upTo: 100, reason: fewByWeight },
  ),
];
