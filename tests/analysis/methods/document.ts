/** docs/methods.md, written from the table of methods. */
import { chooseMethod, companions } from "../../../analysis/methods/choose.ts";
import { methodOf, methods, type MethodId } from "../../../analysis/methods/index.ts";
import type { Method } from "../../../analysis/methods/method.ts";
import type { Column, Level } from "../../../analysis/table.ts";

export const document = (): string =>
  `${[head, choiceTable(), afterTable, ...methods.map(section)].join("\n\n")}\n`;

const head = `# Measures of association

Written from the table of methods (\`analysis/methods/index.ts\`) by a test: \`npx vitest run --config tests/vitest.config.ts tests/analysis/methods/document -u\` writes it anew.
Formulas with author and year stand at the top of each method's file; the numbers are compared with R (\`tests/reference\`, \`tests/oracle\`).

## Which one for which pair

The level of measurement of the two columns chooses, whichever of them is the outcome; a plan can ask for another one by its name. Companions stand beside it on the page of a pair.`;

const afterTable = `Two measurements of which one is far from a bell shape (skewness of 1 or more, excess kurtosis of 2 or more; Bishara & Hittner 2017) get Spearman's rho instead of Pearson's r.
Whole numbers with seven different values or fewer are read as ordered answers (\`surveys/inference/numeric.ts\`), unless a codebook says otherwise.

## The measures`;

const levels: readonly Level[] = ["interval", "count", "ordinal", "binary", "nominal"];

/** Each unordered pair of levels once. */
const levelPairs = levels.flatMap((a, i) => levels.slice(i).map((b) => [a, b] as const));

function choiceTable(): string {
  const rows = levelPairs.map(([a, b]) => {
    const [x, y] = [bellShaped(a), bellShaped(b)];
    const beside = companions(x, y).map(labelOf).join(", ");
    return [`${a} and ${b}`, chooseMethod(x, y).method.label, beside];
  });
  return tableOf([["Levels", "Measure", "Companions"], ...rows]);
}

const bellShaped = (level: Level): Column => ({
  id: level,
  label: level,
  level,
  values: Float64Array.of(-2, -1, -1, 0, 0, 0, 1, 1, 2),
});

const labelOf = (id: MethodId): string => methodOf(id).label;

function tableOf(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => [...row[at]!].length)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => cell + " ".repeat(widths[at]! - [...cell].length)).join(" | ")} |`;
  const [first, ...rest] = rows;
  return [line(first!), line(widths.map((width) => "-".repeat(width))), ...rest.map(line)].join(
    "\n",
  );
}

function section(method: Method): string {
  const facts = [
    `**For** ${levelsOf(method)}.${method.symmetric ? "" : " Predictor and outcome cannot change places."}`,
    `**Values** ${rangeOf(method)}; ${method.nothing} says no association.`,
    `**Interval and p** ${method.inference}`,
    `**Hazard** ${method.hazard}`,
    `**Reference** ${method.reference}.`,
  ];
  return `### ${method.label} (\`${method.id}\`, ${method.symbol})\n\n${method.meaning}\n\n${facts.map((fact) => `- ${fact}`).join("\n")}`;
}

function levelsOf(method: Method): string {
  const fitting = levelPairs.filter(([a, b]) => method.accepts(a, b));
  const ordered = levelPairs.filter((pair) => !pair.includes("nominal"));
  const isOrdered =
    fitting.length === ordered.length && fitting.every((pair) => !pair.includes("nominal"));
  return isOrdered
    ? "any two of interval, count, ordinal and binary"
    : fitting.map(([a, b]) => `${a} and ${b}`).join(", ");
}

function rangeOf({ range: [low, high], scale }: Method): string {
  if (scale === "log") return "above 0, on a log scale";
  return low === -Infinity ? "any number" : `${low} to ${high}`;
}
