/**
 * Compares the product with a directory of reference values: `npm run -s reference -- DIR`.
 * One line per method, then what failed, then the totals; exit 1 where anything failed.
 */
import { corpusDirectory, openCorpus } from "./corpus.ts";
import { judge, judgePoint, type Verdict } from "./coverage.ts";

interface Judged {
  readonly method: string;
  readonly name: string;
  readonly verdict: Verdict;
}

const corpus = openCorpus(process.argv[2] ?? corpusDirectory());
const judged: readonly Judged[] = [
  ...corpus.points.map((point, i) => ({
    method: point.f,
    name: `${point.f}[${i}]`,
    verdict: judgePoint(point),
  })),
  ...corpus.cases.map((asked) => ({
    method: asked.method,
    name: asked.id,
    verdict: attempt(() => judge(asked, corpus)),
  })),
];

for (const method of new Set(judged.map((one) => one.method)))
  console.log(`${method.padEnd(28)} ${tally(judged.filter((one) => one.method === method))}`);
for (const { name, verdict } of judged)
  if (verdict.is === "failed")
    for (const { key, got, expected } of verdict.differences)
      console.log(
        `${name}: ${key} is ${JSON.stringify(got)}, expected ${JSON.stringify(expected)}`,
      );
console.log(tally(judged));
process.exitCode = judged.some(({ verdict }) => verdict.is === "failed") ? 1 : 0;

function tally(of: readonly Judged[]): string {
  return (["passed", "failed", "not covered"] as const)
    .map((is) => `${of.filter(({ verdict }) => verdict.is === is).length} ${is}`)
    .join(", ");
}

/** An answer that throws is a failed one; the run goes on. */
function attempt(judging: () => Verdict): Verdict {
  try {
    return judging();
  } catch (error) {
    return { is: "failed", differences: [{ key: "error", got: String(error), expected: null }] };
  }
}
