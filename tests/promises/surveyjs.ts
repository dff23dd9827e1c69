/** Every instrument asks and judges as SurveyJS would, whatever is answered. */
import { compare, setsOf } from "../oracle/surveyjs/compare.ts";
import { compared } from "../oracle/surveyjs/definitions/index.ts";
import { differences } from "../oracle/surveyjs/differences.ts";
import type { Promised } from "./truth.ts";

const total = 10_000;

export async function surveyjsPromises(): Promise<Promised[]> {
  const done = compared.map((one) => compare(one, setsOf(one, total)));
  const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);
  return [
    ...done.map(({ id, sets, amiss, unexplained }) => ({
      what: `${id}: the same shown, passed on and amiss as in SurveyJS`,
      measured:
        unexplained ?? `${sets} sets of answers, ${amiss} of them amiss for both, 0 unexplained`,
      kept: unexplained === undefined,
    })),
    ...differences.map((difference) => {
      const met = sum(done.map(({ met }) => met.get(difference) ?? 0));
      const { what, why, stricter } = difference;
      return {
        what: `${what}: only ${stricter} refuse, since ${why}`,
        measured: `met ${met} times`,
        kept: met > 0,
      };
    }),
  ];
}
