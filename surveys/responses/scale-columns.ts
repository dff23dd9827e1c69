/** Scales as columns beside the items they are made of. */
import type { InstrumentScale } from "../instrument/codebook.ts";
import type { Locale } from "../text.ts";
import type { VariableOverride } from "../codebook.ts";
import { formulaOf } from "../scales/formula-of.ts";
import { scaleBefore, scoreAnswers } from "../scales/instrument-scales.ts";
import { unasked } from "./column.ts";
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
      cell(read) {
        const { instrument: seen, walk } = read;
        const own = scaleIn(seen, id);
        if (own === undefined) return unasked["not asked"];
        const score = scoreAnswers(own, walk.answers, seen);
        return score.ok ? String(score.value) : reasonOf(own, read);
      },
    };
  });
}

/** Whoever was asked none of it skipped nothing. */
function reasonOf(scale: InstrumentScale, { given, instrument }: ReadResponse): string {
  const reasons = itemsOf(scale, instrument).map((item) => {
    const said = given(item);
    return said.state === "missing" ? said.because : "skipped";
  });
  if (reasons.every((reason) => reason === "not asked")) return unasked["not asked"];
  return reasons.includes("skipped") ? "" : unasked["not applicable"];
}

/** Of an index: those of the scales it is made of. */
const itemsOf = (scale: InstrumentScale, instrument: Version["instrument"]): readonly string[] =>
  scale.items.flatMap((part) => {
    const inner = scaleBefore(scale, part, instrument);
    return inner === undefined ? [part.split(".", 1)[0]!] : itemsOf(inner, instrument);
  });

const scaleIn = ({ codebook }: Version["instrument"], id: string): InstrumentScale | undefined =>
  codebook.scales.find((scale) => scale.id === id);
