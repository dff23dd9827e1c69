/** The columns that each kind of item fills. The compiler asks for a line where a kind is added. */
import type { Level } from "#analysis";
import { specialCodes, type Answer, type Code } from "../answer.ts";
import type { Value, VariableOverride } from "../codebook.ts";
import type { ItemNotes } from "../instrument/codebook.ts";
import type { Item, ItemKindId, Matrix } from "../items/item.ts";
import { categoriesOf, cellOf, optionsOf, type Categories, type Words } from "./categories.ts";
import { missingCell, unasked, type ResponseColumn } from "./column.ts";
import type { Answered, Given } from "./response.ts";

export interface ItemForms {
  /** Of the variable: the name of the item, or one that says the versions of a former kind. */
  readonly id: string;
  readonly item: string;
  /** The item in the versions that have it, all of one kind, oldest first. */
  readonly forms: readonly Form[];
  readonly notes: ItemNotes | undefined;
  readonly words: Words;
  /** The label that a code had in a version. */
  labelIn(form: Form, code: Code): string;
}

export interface Form {
  readonly version: number;
  readonly item: Item;
}

export const columnsOfItem = (item: ItemForms): readonly ResponseColumn[] =>
  columnsByKind[item.forms[0]!.item.kind](item);

const columnsByKind: Readonly<Record<ItemKindId, (item: ItemForms) => readonly ResponseColumn[]>> =
  {
    "single choice": (item) => [oneOf(item), ...otherWords(item)],
    dropdown: (item) => [oneOf(item), ...otherWords(item)],
    "multiple choice": (item) => [...eachOption(item), ...otherWords(item)],
    rating: (item) => [oneOf(item, "ordinal")],
    matrix: eachRow,
    "yes/no": (item) => [oneOf(item, "binary")],
    number: (item) => [plain(item, { level: "interval" })],
    date: (item) => [plain(item, { excluded: "date" })],
    text: (item) => [plain(item, { excluded: "free text" })],
    comment: (item) => [plain(item, { excluded: "free text" })],
    information: () => [],
  };

/** An order is what the codebook says: options without one are names. */
function oneOf(item: ItemForms, level: Level = levelOf(item)): ResponseColumn {
  const categories = categoriesIn(item);
  return column(item, {
    variable: { level: categories.values.length === 2 ? "binary" : level, ...asked(categories) },
    cell: ({ answer }) => cellOf(answer as Code),
    say: ({ answer }, form) => item.labelIn(form, answer as Code),
  });
}

const levelOf = ({ notes }: ItemForms): Level =>
  notes?.direction === undefined ? "nominal" : "ordinal";

/** 1 where the option was ticked, 0 where it was not: only for those who saw it. */
function eachOption(item: ItemForms): ResponseColumn[] {
  const { values, missing } = categoriesIn(item);
  return values.map(({ cell, label }) =>
    column(item, {
      id: `${item.id}_${nameOf(cell)}`,
      label: `${labelOf(item)}: ${label}`,
      variable: { level: "binary", ...asked({ values: ticked, missing }) },
      forms: item.forms.filter((form) =>
        optionsOf(form.item).some(({ code }) => cellOf(code) === cell),
      ),
      cell({ answer }) {
        const cells = (answer as readonly Code[]).map(cellOf);
        const none = cells.find((one) => Object.hasOwn(missing, one));
        return none ?? (cells.includes(cell) ? "1" : "0");
      },
    }),
  );
}

const ticked: readonly Value[] = [
  { cell: "0", code: 0, label: "Not chosen" },
  { cell: "1", code: 1, label: "Chosen" },
];

function eachRow(item: ItemForms): ResponseColumn[] {
  const categories = categoriesIn(item);
  const rows = new Map(item.forms.flatMap((form) => rowsOf(form).map((row) => [row.name, row])));
  return [...rows.values()].map(({ name, title }) =>
    column(item, {
      id: `${item.id}_${nameOf(name)}`,
      part: `${item.item}.${name}`,
      label: `${labelOf(item)}: ${item.words(title)}`,
      variable: { level: "ordinal", ...asked(categories) },
      forms: item.forms.filter((form) => rowsOf(form).some((row) => row.name === name)),
      cell({ answer }) {
        const code = codeOfRow(answer, name);
        return code === undefined ? "" : cellOf(code);
      },
      say({ answer }, form) {
        const code = codeOfRow(answer, name);
        return code === undefined ? "" : item.labelIn(form, code);
      },
    }),
  );
}

const rowsOf = ({ item }: Form): Matrix["rows"] => (item.kind === "matrix" ? item.rows : []);

const codeOfRow = (answer: Answer, row: string): Code | undefined =>
  Object.entries(answer as Readonly<Record<string, Code>>).find(([name]) => name === row)?.[1];

const categoriesIn = ({ forms, notes, words }: ItemForms): Categories =>
  categoriesOf(
    forms.map(({ item }) => item),
    notes,
    words,
  );

/** The words beside "other": never analysed, never lost. */
const otherWords = (item: ItemForms): ResponseColumn[] =>
  item.forms.some(({ item }) => "other" in item && item.other !== undefined)
    ? [
        column(item, {
          id: `${item.id}_${specialCodes.other}_text`,
          label: `${labelOf(item)}: other, in own words`,
          variable: { excluded: "free text", missing: unasked },
          cell: ({ comment = "" }) => comment,
        }),
      ]
    : [];

const plain = (item: ItemForms, variable: Omit<VariableOverride, "id">): ResponseColumn =>
  column(item, {
    variable: { missing: unasked, ...variable },
    cell: ({ answer }) => String(answer),
  });

interface Filled {
  readonly id?: string;
  readonly part?: string;
  readonly label?: string;
  readonly variable: Omit<VariableOverride, "id" | "label">;
  /** Versions that ask for it; absent: all of the item. */
  readonly forms?: readonly Form[];
  cell(given: Answered): string;
  /** Absent: as the codes say it. */
  say?(given: Answered, form: Form): string;
}

function column(
  item: ItemForms,
  { id = item.id, part = id, label, variable, forms = item.forms, cell, say = cell }: Filled,
): ResponseColumn {
  const personal = item.notes?.sensitivity === "personal";
  const filled = (how: (given: Answered, form: Form) => string) => (given: Given) => {
    if (given.state === "missing") return missingCell(given);
    const form = forms.find(({ version }) => version === given.version);
    return form === undefined ? unasked["not asked"] : how(given, form);
  };
  return {
    id,
    item: item.item,
    part,
    variable: {
      ...variable,
      id,
      label: label ?? labelOf(item),
      ...(personal ? { excluded: "identifier" as const } : {}),
    },
    cell: filled(cell),
    say: filled(say),
  };
}

const asked = ({ values, missing }: Categories) => ({
  values,
  missing: { ...missing, ...unasked },
});

const labelOf = ({ notes, forms, words }: ItemForms): string =>
  notes?.label ?? words(forms.at(-1)!.item.title);

/** What a code adds to a name: letters, digits and underscores. */
const nameOf = (code: string): string => code.replaceAll(/[^A-Za-z0-9]+/gu, "_");
