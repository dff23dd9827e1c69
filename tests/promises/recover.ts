/** Ranks a sample campus as a user would, from its CSV text, and lays what was found beside what was planted. */
import { planDefaults, screen, type Association } from "#analysis";
import { generateCampus } from "../../src/campus/campus.ts";
import type { Planted } from "../../src/campus/truth.ts";
import { readSource } from "../../src/intake/read.ts";
import { assemble } from "../../src/studies/assemble.ts";

export interface Recovered extends Planted {
  /** Correlations given nothing, and given the covariates, among the same people. */
  readonly unadjusted: number;
  readonly adjusted: number;
  /** Declared at 5 % family-wise (Holm over the experiences of one outcome). */
  readonly declaredRaw: boolean;
  readonly declared: boolean;
}

export async function recover(options: { people: number; seed: number }): Promise<Recovered[]> {
  const { files, plan, truth } = generateCampus(options);
  const sources = await Promise.all(files.map(({ name, text }) => read(name, text)));
  const { table } = assemble(sources, {});
  const found = screen(table, { ...planDefaults, ...plan });
  return truth.map((planted) => ({
    ...planted,
    ...verdict(found.find((one) => isOf(planted, one))!),
  }));
}

async function read(name: string, text: string) {
  const { source } = await readSource(bytes(text), { name });
  return source;
}

async function* bytes(text: string) {
  yield new TextEncoder().encode(text);
}

const isOf = (planted: Planted, found: Association) =>
  found.predictor === planted.experience && found.outcome === planted.outcome;

function verdict({ pHolm, adjusted, adjustedPHolm }: Association) {
  if (!adjusted?.estimate.ok || adjusted.unadjusted === null || pHolm === null)
    throw new Error("a planted pair has no estimate");
  return {
    unadjusted: adjusted.unadjusted,
    adjusted: adjusted.estimate.value,
    declaredRaw: pHolm < 0.05,
    declared: adjustedPHolm! < 0.05,
  };
}
