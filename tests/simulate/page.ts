/** The figures as the tables of docs/validation.md. Nothing in them depends on when or where they were made. */
import { sizes } from "./coverage/cells.ts";
import { target, type Cell } from "./coverage/run.ts";
import type { Effort } from "./effort.ts";
import { kinds } from "./population.ts";
import type { Promised } from "./ranking/promises.ts";
import { partials } from "./ranking/questions.ts";
import type { Answer } from "./ranking/run.ts";
import { percent } from "./share.ts";

export interface Figures {
  readonly effort: Effort;
  readonly cells: readonly Cell[];
  readonly promises: readonly Promised[];
  readonly answers: readonly Answer[];
}

export const simulated = ({ effort, cells, promises, answers }: Figures): string =>
  [
    `Seed ${effort.seed}; ${effort.runs} samples per cell (${effort.slowRuns} for the bootstrapped methods), ${effort.rankings} rankings per row with ${effort.replicates} replicates each; ${effort.callings} rankings where only what is called counts.`,
    "",
    "## Do 95 % intervals hold the truth in 95 of 100 samples?",
    "",
    `Percent of samples whose interval holds the population's value, for n = ${sizes.join(", ")}. Target ${percent(target[0])} to ${percent(target[1])}; bold: outside by more than two Monte-Carlo errors (one error is ${percent(errorAt(effort.runs))} points at 95 %, ${percent(errorAt(effort.slowRuns))} for the bootstrapped). In brackets: the percent of samples that got an interval, where not all did; a method is not listed for samples it has no interval for.`,
    "",
    ...table(["", ...kinds], coverageRows(cells)),
    "",
    "### Outside, and why",
    "",
    ...table(["method", "sample", "n", "percent", "error", "reason"], deviationRows(cells)),
    "",
    "## Do the statements about ranks hold?",
    "",
    ...table(["what", "n", "percent", "error", "promised", "", "beside it"], promiseRows(promises)),
    "",
    "## How often is what is there found?",
    "",
    "Percent of rankings of nine experiences (and a covariate, all correlated 0.3) in which an experience with that partial correlation is called, and in which its whole rank set lies in the top third.",
    "",
    ...table(
      [
        "n",
        ...partials.slice(0, firstNull + 1).map(String),
        ...partials.slice(0, 3).map((partial) => `${partial} in the top third`),
      ],
      powerRows(answers),
    ),
    "",
  ].join("\n");

const firstNull = partials.indexOf(0);

const errorAt = (runs: number): number => Math.sqrt((0.95 * 0.05) / runs);

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), `|${"---|".repeat(head.length)}`, ...rows.map(line)];
}

function coverageRows(cells: readonly Cell[]): string[][] {
  return [...Map.groupBy(cells, ({ id }) => id)].map(([id, own]) => [
    id,
    ...kinds.map((kind) =>
      own
        .filter((cell) => cell.kind === kind)
        .map(({ coverage, given, verdict }) => {
          const figure =
            verdict === "outside" ? `**${percent(coverage.value)}**` : percent(coverage.value);
          return given > 0.99 ? figure : `${figure} (of ${percent(given, 0)} %)`;
        })
        .join(", "),
    ),
  ]);
}

const deviationRows = (cells: readonly Cell[]): string[][] =>
  cells
    .filter(({ verdict }) => verdict !== "inside")
    .map(({ id, kind, n, coverage, verdict, reason }) => [
      id,
      kind,
      String(n),
      percent(coverage.value),
      percent(coverage.error),
      reason ?? (verdict === "outside" ? "not explained" : "less than two errors outside"),
    ]);

const promiseRows = (promises: readonly Promised[]): string[][] =>
  promises.map(({ what, n, share, promised, verdict, beside }) => [
    what,
    String(n),
    percent(share.value),
    percent(share.error),
    promised,
    verdict === "outside" ? "**broken**" : verdict === "inside" ? "kept" : "kept, given the error",
    beside,
  ]);

const powerRows = (answers: readonly Answer[]): string[][] =>
  answers
    .filter(({ id }) => id === "power")
    .map(({ n, sums }) => {
      const of = (name: string, times = 1) =>
        percent((sums.get(name) ?? 0) / sums.get("runs")! / times, 0);
      return [
        String(n),
        ...partials
          .slice(0, firstNull + 1)
          .map((partial) =>
            of(`${partial} called`, partials.filter((one) => one === partial).length),
          ),
        ...partials.slice(0, 3).map((partial) => of(`${partial} in the top third`)),
      ];
    });
