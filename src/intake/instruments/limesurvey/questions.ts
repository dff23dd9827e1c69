/** Questions of a LimeSurvey file with their rows, options and attributes. Words stand beside them, or in tables of their own. */
import type { Code } from "#surveys";
import { told, type Told } from "../foreign.ts";
import { at, byKey, inOrder, wordsAt, type Reading, type WordsByLanguage } from "./rows.ts";
import type { Row } from "./tables.ts";

export interface LssQuestion {
  readonly qid: string;
  readonly of: Told;
  readonly code: string;
  readonly type: string;
  readonly row: Row;
  readonly words: WordsByLanguage;
  readonly help: WordsByLanguage;
  readonly rows: readonly Part[];
  readonly options: readonly Part[];
  /** The first value of an attribute that is not empty. */
  attribute(name: string): string;
  attributeWords(name: string): WordsByLanguage;
  /** Whether conditions of the older kind belong to it. */
  readonly hasConditions: boolean;
  name: string;
  /** Set as soon as it is taken: what conditions of later questions may look at. */
  asked?: { readonly kind: "one" | "several" | "matrix"; readonly rows: ReadonlyMap<string, Code> };
}

/** A row or an option. */
export interface Part {
  readonly code: string;
  readonly words: WordsByLanguage;
  readonly relevance: string;
}

export function questionsIn(read: Reading): readonly LssQuestion[] {
  const words = byKey(read.table("question_l10ns"), "qid");
  const attributes = byKey(read.table("question_attributes"), "qid");
  const conditions = byKey(read.table("conditions"), "qid");
  const all = [...read.table("questions"), ...read.table("subquestions")];
  const children = byKey(
    all.filter((row) => !isTop(row)),
    "parent_qid",
  );
  const options = byKey(read.table("answers"), "qid");
  const optionWords = withId(byKey(read.table("answer_l10ns"), "aid"));
  return [...byKey(all.filter(isTop), "qid")].map(([qid, rows]) => {
    const [row] = rows as [Row];
    const texts = [...(words.get(qid) ?? []), ...rows];
    const mine = attributes.get(qid) ?? [];
    const code = at(row, "title") || `Q${qid}`;
    return {
      qid,
      of: told(code),
      code,
      type: at(row, "type"),
      row,
      words: wordsAt(texts, "question", read.languages),
      help: wordsAt(texts, "help", read.languages),
      rows: partsOf(
        children.get(qid) ?? [],
        { key: "qid", order: "question_order", code: "title", text: "question", words },
        read,
      ),
      options: partsOf(
        options.get(qid) ?? [],
        {
          key: "code",
          order: "sortorder",
          code: "code",
          text: "answer",
          words: optionWords,
        },
        read,
      ),
      attribute: (name) =>
        mine
          .filter((each) => at(each, "attribute") === name)
          .map((each) => at(each, "value"))
          .find(Boolean) ?? "",
      attributeWords: (name) =>
        wordsAt(
          mine.filter((each) => at(each, "attribute") === name),
          "value",
          read.languages,
        ),
      hasConditions: conditions.has(qid),
      name: "",
    };
  });
}

interface Columns {
  readonly key: string;
  readonly order: string;
  readonly code: string;
  readonly text: string;
  readonly words: ReadonlyMap<string, readonly Row[]>;
}

function partsOf(
  rows: readonly Row[],
  { key, order, code, text, words }: Columns,
  { languages }: Reading,
): readonly Part[] {
  const parts = [
    ...byKey(
      rows.filter((row) => ["", "0"].includes(at(row, "scale_id"))),
      key,
    ),
  ];
  return inOrder(parts, ([, [row]]) => row, order).map(([id, all]) => ({
    code: at(all[0], code),
    words: wordsAt(
      [...(words.get(key === "qid" ? id : at(all[0], "aid")) ?? []), ...all],
      text,
      languages,
    ),
    relevance: at(all[0], "relevance"),
  }));
}

/** Options of older files have no id, and their words beside them. */
const withId = (byAid: ReadonlyMap<string, readonly Row[]>): ReadonlyMap<string, readonly Row[]> =>
  new Map([...byAid].filter(([aid]) => aid !== ""));

const isTop = (row: Row): boolean => ["", "0"].includes(at(row, "parent_qid"));
