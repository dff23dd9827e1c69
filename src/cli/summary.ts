/** What a terminal shows of a study: what joined, and the rankings. */
import { figure, nameIn, ordinalRange, pInWords, sentenceForUnranked } from "#analysis";
import type { Plan, Ranking, Released, Screening } from "#analysis";
import { grouped, type Codebook } from "#surveys";
import type { JoinReport } from "../studies/study.ts";
import { columnsOf } from "../studies/fingerprint.ts";
import { variablesIn } from "../studies/names.ts";

export function joinLines({ files, people, inAll }: JoinReport): string[] {
  const rows = files.map(({ name, format, rows, people: persons, unmatched }) => [
    name,
    format,
    `${grouped(rows)} rows`,
    `${grouped(persons)} people`,
    files.length > 1 ? `${grouped(unmatched)} in no other file` : "",
  ]);
  const all =
    files.length > 1
      ? [`${grouped(people)} people altogether, ${grouped(inAll)} in every file.`]
      : [];
  return [...columns(rows), ...all];
}

/** How every variable of the plan was read, and by which rule. */
export function codebookLines(plan: Plan, codebook: Codebook): string[] {
  const asked = new Set(columnsOf(plan));
  const rows = codebook.variables
    .filter(({ id }) => asked.has(id))
    .map(({ id, decidedBy }) => [id, decidedBy]);
  const others = codebook.variables.length - rows.length;
  return [
    "",
    "How the variables of the plan were read:",
    ...columns(rows),
    `  ${grouped(others)} other variables: see codebook.json in the report.`,
  ];
}

export function rankingLines(screening: Released<Screening>, codebook: Codebook): string[] {
  const names = variablesIn(codebook);
  const name = nameIn(names);
  return screening.rankings.flatMap((ranking) =>
    ranking.ok ? rankingTable(ranking, name) : ["", sentenceForUnranked(ranking, names)],
  );
}

function rankingTable(ranking: Ranking, name: (id: string) => string): string[] {
  const head = [
    "rank",
    ranking.of.replace(/s$/, ""),
    "share",
    "importance",
    "evidence (adjusted)",
    "Holm p",
  ];
  const rows = ranking.ranked.map(({ rankLow, rankHigh, label, share, importance, evidence }) => [
    ordinalRange(rankLow, rankHigh),
    label,
    `${(100 * share).toFixed(0)} %`,
    importance.toFixed(4),
    evidence.difference === null
      ? "–"
      : figure(evidence.difference.value, evidence.difference.interval),
    pInWords(evidence.pHolm).replace("= ", ""),
  ]);
  return [
    "",
    `${name(ranking.outcome)}: ${ranking.of} by what they add to explaining it`,
    `${grouped(ranking.n)} people complete; covariates explain ${percent(ranking.covariatesRSquared)}, the ${ranking.of} add ${percent(ranking.addedRSquared)}.`,
    ...columns([head, ...rows]),
    ...ranking.groups
      .filter((group) => group.length > 1)
      .map(
        (group) => `Cannot be told apart: ${group.map((id) => labelOf(ranking, id)).join(", ")}.`,
      ),
  ];
}

const labelOf = (ranking: Ranking, id: string): string =>
  ranking.ranked.find((each) => each.id === id)?.label ?? id;
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** Cells padded so that columns stand under each other. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows.map(
    (row) =>
      `  ${row
        .map((cell, i) => cell.padEnd(widths[i]!))
        .join("  ")
        .trimEnd()}`,
  );
}
