/** Files to one table of people: recognised, joined, read by their codebook, and scored. */
import type { Column } from "#analysis";
import type { CodebookOverride, Variable } from "#surveys";
import { counted } from "#surveys";
import { recognise } from "../intake/formats/index.ts";
import type { Contents } from "../intake/formats/format.ts";
import type { Issue, Source, SourceColumn } from "../intake/source.ts";
import { Problem } from "../problem.ts";
import type { Placing } from "./variables/encode.ts";
import { idColumns } from "./join/id-column.ts";
import { join } from "./join/join.ts";
import { combined, finishMade, refuseUnknown, type Overrides } from "./variables/override.ts";
import { isUsable, readColumn, type ReadColumn } from "./variables/read-column.ts";
import type { Assembly, ScoringRule } from "./study.ts";
import { tokenNote } from "./variables/token-note.ts";
import { variableNames, type Names } from "./variables/variable-names.ts";

export interface AssembleOptions {
  /** Column that names the person in every file; may be left out for a single file. */
  readonly id?: string;
  /** What a person says about some or all variables. */
  readonly codebook?: CodebookOverride;
  /** How many answers a scale needs; "all items" where it is left out. */
  readonly scoring?: ScoringRule;
}

/** @throws Problem where the files cannot be read or joined; everything less is an issue of the assembly */
export function assemble(sources: readonly Source[], options: AssembleOptions = {}): Assembly {
  if (sources.length === 0) throw new RangeError("assemble requires at least one source, got 0");
  const { codebook, scoring = "all items" } = options;
  const overrides: Overrides = new Map(codebook?.variables.map((each) => [each.id, each]));
  const ids = idColumns(sources, options.id);
  const files = sources.map((source, index) => fileOf(source, ids.columns[index]));
  const joined = join(files);
  const names = variableNames();
  const idVariable = idVariableOf(files, names, overrides);
  const named = files.map((file) => nameColumns(file, names));
  const planned = named.map((file) => nameMade(file, names));
  refuseUnknown(overrides, [
    ...idVariable.map(({ id }) => id),
    ...planned.flatMap(({ columns, made }) => [...columns.values(), ...made.values()]),
  ]);
  const read = planned.map((file, index) => readFile(file, overrides, joined.placings[index]!));
  refuseErrors(read.flatMap(({ issues }) => issues));
  const finished = read.map((file, index) => {
    const { people, personOf } = joined.placings[index]!;
    const { made, issues } = file.contents.make({ people, personOf, read: file.read, scoring });
    return {
      made: made.map((each) => finishMade(each, file.made.get(each.variable.id)!, overrides)),
      issues,
    };
  });
  const variables = read.flatMap((file, index) => [
    ...file.read.values(),
    ...finished[index]!.made,
  ]);
  return {
    table: { rows: joined.ids.length, columns: columnsOf(variables) },
    codebook: { variables: [...idVariable, ...variables.map(({ variable }) => variable)] },
    join: joined.report,
    issues: [
      ...ids.issues,
      ...names.issues,
      ...read.flatMap((file, index) => [
        ...file.contents.issues,
        ...file.issues,
        ...finished[index]!.issues,
      ]),
    ],
    ids: joined.ids,
  };
}

interface File {
  readonly source: Source;
  readonly format: string;
  readonly contents: Contents;
  readonly oneRowPer: Contents["oneRowPer"];
  readonly idColumn: SourceColumn | undefined;
}

function fileOf(source: Source, idColumn: SourceColumn | undefined): File {
  const format = recognise(source, idColumn);
  const contents = format.read(source, idColumn);
  const { oneRowPer } = contents;
  return { source, format: format.id, contents, oneRowPer, idColumn: contents.idColumn };
}

/** The column that names the person is one variable, whatever the number of files and spellings. */
function idVariableOf(files: readonly File[], names: Names, overrides: Overrides): Variable[] {
  const name = files[0]!.idColumn?.name;
  if (name === undefined) return [];
  return [
    {
      id: names.claim(name, files[0]!.source.name),
      label: overrides.get(name)?.label ?? name,
      level: "nominal",
      source: files.map(({ source }) => source.name).join(", "),
      missing: {},
      decidedBy: "Set aside as an identifier: it names the person.",
      excluded: "identifier",
    },
  ];
}

interface NamedFile extends File {
  /** Names of the variables by column. */
  readonly columns: ReadonlyMap<SourceColumn, string>;
}
interface PlannedFile extends NamedFile {
  /** Names of the made variables by what their format calls them. */
  readonly made: ReadonlyMap<string, string>;
}

/** Columns of all files are named before anything made from them: what a file says wins over what is derived. */
const nameColumns = (file: File, names: Names): NamedFile => ({
  ...file,
  columns: new Map(
    file.contents.columns.map(({ column }) => {
      const wanted = column.name.trim() === "" ? `column ${column.position}` : column.name;
      return [column, names.claim(wanted, file.source.name)];
    }),
  ),
});

const nameMade = (file: NamedFile, names: Names): PlannedFile => ({
  ...file,
  made: new Map(file.contents.makes.map((id) => [id, names.claim(id, file.source.name)])),
});

interface ReadFile extends PlannedFile {
  readonly read: ReadonlyMap<SourceColumn, ReadColumn>;
  readonly issues: readonly Issue[];
}

function readFile(file: PlannedFile, overrides: Overrides, placing: Placing): ReadFile {
  const { source, contents, columns } = file;
  const issues: Issue[] = [];
  const read = new Map<SourceColumn, ReadColumn>();
  const own = new Map(source.codebook?.variables.map((each) => [each.id, each]));
  for (const declared of contents.columns) {
    const id = columns.get(declared.column)!;
    const override = combined(own.get(declared.column.name), overrides.get(id));
    const one = readColumn(declared, { id, source, override, placing });
    issues.push(...one.issues);
    read.set(declared.column, one);
  }
  return { ...file, read, issues: [...issues, ...tokenNote(source, [...read.values()])] };
}

function refuseErrors(issues: readonly Issue[]): void {
  const errors = issues.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return;
  const columns = new Set(errors.map(({ file, column }) => JSON.stringify([file, column])));
  throw new Problem(
    errors.every(({ code }) => code === "codebook-contradiction")
      ? "invalid-codebook"
      : "unreadable-file",
    `${counted(columns.size, "column holds", "columns hold")} cells that cannot be read.`,
    {
      next: 'Correct the cells, or say in a codebook what they mean. A column that is not needed can be set aside there: {"id": "…", "excluded": "free text"}.',
      issues: errors,
    },
  );
}

function columnsOf(
  variables: readonly { readonly variable: Variable; readonly column?: Column }[],
): ReadonlyMap<string, Column> {
  const columns = new Map<string, Column>();
  for (const { variable, column } of variables)
    if (column !== undefined && isUsable(variable)) columns.set(variable.id, column);
  return columns;
}
