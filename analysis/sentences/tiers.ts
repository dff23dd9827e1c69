/** What each tier says, in one sentence. */
import type { Tier } from "../ranking.ts";

export const tierMeanings: Readonly<Record<Tier, string>> = {
  "clear priority":
    "The difference can be told from nothing, and its rank lies in the top third whatever the noise.",
  "likely matters": "The difference can be told from nothing; how it ranks is less sure.",
  "cannot tell": "Both no difference and one that would matter fit the data.",
  "little association": "Whatever the difference is, it is too small to matter.",
  "points the other way":
    "The difference can be told from nothing, and more goes with a worse outcome.",
};
