/** Scales as columns beside the items they are made of. */
import type { InstrumentScale } from "../instrument/codebook.ts";
import type { Locale } from "../text.ts";
import type { VariableOverride } from "../codebook.ts";
import { formulaOf } from "../scales/formula-of.ts";
import { scoreAnswers } from "../scales/instrument-scales.ts";
import type { ReadResponse } from "./given.ts";
import type { Version } from "./response.ts";

export interface ScaleColumn {
  /** Its id: an index of scales is made of such. */
  readonly part: string;
  readonly variable: VariableOverride;
  readonly scale: InstrumentScale;
  /** How the score is made, in sentences. */
  readonly formula: string;
  /** "" where too little was answered. */
  cell(read: ReadResponse): string;
}

/** The union over all versions. A response is scored as the version says that it saw last. */
export function scaleColumnsOf(versions: readonly Version[], locale?: Locale): ScaleColumn[] {
  const newest = new Map<string, Version>();
  for (const version of versions)
    for (const { id } of version.instrument.codebook.scales) newest.set(id, version);
  return [...newest].map(([id, { instrument }]) => {
    const scale = scaleIn(instrument, id)!;
    return {
      part: id,
      scale,
      variable: {
        id,
        label: scale.label,
        level: "interval",
        missing: { "not asked": "not asked" },
      },
      formula: formulaOf(scale, instrument, locale),
      cell({ instrument: seen, walk }) {
        const own = scaleIn(seen, id);
        if (own === undefined) return "not asked";
        const score = scoreAnswers(own, walk.answers, seen);
        return score.ok ? String(score.value) : "";
      },
    };
  });
}

const scaleIn = ({ codebook }: Version["instrument"], id: string): InstrumentScale | undefined =>
  codebook.scales.find((scale) => scale.id === id);
