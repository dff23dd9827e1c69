/** The planted truth of the sample campus, found again over many campuses. */
import { unsurprising } from "./binomial.ts";
import { recover, type Recovered } from "./recover.ts";

export interface Promised {
  readonly what: string;
  /** The figures behind the verdict. */
  readonly measured: string;
  readonly kept: boolean;
}

const level = 0.05;

export async function truthPromises(): Promise<Promised[]> {
  const large = await campuses(40, 6000);
  const small = await campuses(200, 1500);
  const pairs = large.flat();
  const of = (kind: Recovered["kind"]) => pairs.filter((pair) => pair.kind === kind);
  const fooled = of("confounded").filter(({ declaredRaw }) => declaredRaw);
  return [
    atLeast("what is real is declared with its sign", 0.97, {
      of: of("real"),
      is: ({ declared, adjusted }) => declared && adjusted > 0,
    }),
    atLeast("a correlation through covariates alone falls when they are held constant", 0.999, {
      of: fooled,
      is: ({ adjusted, unadjusted }) => Math.abs(adjusted) < Math.abs(unadjusted),
    }),
    atLeast("such a correlation, declared without covariates, is no longer declared", 0.97, {
      of: fooled,
      is: ({ declared }) => !declared,
    }),
    rarely("anything not planted is declared for an outcome, 6,000 people", large),
    rarely("anything not planted is declared for an outcome, 1,500 people", small),
  ];
}

async function campuses(count: number, people: number): Promise<Recovered[][]> {
  const found: Recovered[][] = [];
  for (let seed = 1001; seed <= 1000 + count; seed++) found.push(await recover({ people, seed }));
  return found;
}

function atLeast(
  what: string,
  share: number,
  { of, is }: { of: readonly Recovered[]; is: (pair: Recovered) => boolean },
): Promised {
  const held = of.filter(is).length;
  return {
    what,
    measured: `${held} of ${of.length}, promised ${100 * share} %`,
    kept: of.length > 100 && held / of.length >= share,
  };
}

/** Family-wise: one outcome of one campus is a family. */
function rarely(what: string, found: readonly (readonly Recovered[])[]): Promised {
  const families = found.flatMap((pairs) => [
    ...Map.groupBy(pairs, ({ outcome }) => outcome).values(),
  ]);
  const wrong = families.filter((pairs) =>
    pairs.some(({ kind, declared }) => declared && kind !== "real"),
  ).length;
  const limit = unsurprising(families.length, level);
  return {
    what,
    measured: `${wrong} of ${families.length} outcomes, promised ${100 * level} % (up to ${limit})`,
    kept: wrong <= limit,
  };
}
