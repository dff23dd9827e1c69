/** The planted truth is found again, from CSV text to verdict. The long version: npm run promises. */
import { describe, expect, test } from "vitest";
import { unsurprising } from "../../promises/binomial.ts";
import { recover, type Recovered } from "../../promises/recover.ts";

const campuses = async (count: number, people: number): Promise<Recovered[][]> => {
  const found: Recovered[][] = [];
  for (let seed = 1; seed <= count; seed++) found.push(await recover({ people, seed }));
  return found;
};
const share = <T>(of: readonly T[], is: (one: T) => boolean) => of.filter(is).length / of.length;

describe("on campuses of six thousand people", async () => {
  const pairs = (await campuses(4, 6000)).flat();
  const of = (kind: Recovered["kind"]) => pairs.filter((pair) => pair.kind === kind);

  test("what is planted as real is declared, with its sign", () => {
    expect(share(of("real"), ({ declared, adjusted }) => declared && adjusted > 0)).toBeGreaterThan(
      0.95,
    );
  });

  test("what goes with an outcome only through the covariates falls when they are held constant", () => {
    const fooled = of("confounded").filter(({ declaredRaw }) => declaredRaw);
    expect(fooled.length).toBeGreaterThan(20);
    expect(
      share(fooled, ({ adjusted, unadjusted }) => Math.abs(adjusted) < Math.abs(unadjusted)),
    ).toBe(1);
    expect(share(fooled, ({ declared }) => declared)).toBeLessThan(0.1);
  });
});

test("on smaller campuses nothing unplanted is declared at more than 5 % family-wise", async () => {
  const families = (await campuses(24, 1500)).flatMap((pairs) => [
    ...Map.groupBy(pairs, ({ outcome }) => outcome).values(),
  ]);
  const wrong = families.filter((pairs) =>
    pairs.some(({ kind, declared }) => declared && kind !== "real"),
  );
  expect(families).toHaveLength(72);
  expect(wrong.length).toBeLessThanOrEqual(unsurprising(families.length, 0.05));
});
