/** The tables of an LSS file: XML without document types, and with the five entities that all XML has. */
import { SaxesParser } from "saxes";
import { limits, tooMuch, unreadable } from "../unreadable.ts";

export type Row = ReadonlyMap<string, string>;
/** Rows by the name of their table; "" holds what stands outside of tables. */
export type Tables = ReadonlyMap<string, readonly Row[]>;

/** document > table > rows > row > field */
const fieldDepth = 5;

export function tablesIn(text: string, file: string): Tables {
  const parser = new SaxesParser();
  const here = () => ({ line: parser.line, column: parser.column + 1 });
  const tables = new Map<string, Map<string, string>[]>();
  const outside = new Map<string, string>();
  const path: string[] = [];
  let words = "";
  let rows = 0;
  const take = (part: string): void => {
    words += part;
  };
  parser.on("error", ({ message }) => {
    const what = message.replace(/^(?:.*:)?\d+:\d+: /, "").replace(/\.$/, "");
    throw unreadable(file, `The XML is broken: ${what}.`, here());
  });
  parser.on("doctype", () => {
    throw unreadable(
      file,
      "The XML has a document type, which no export of LimeSurvey has.",
      here(),
    );
  });
  parser.on("opentag", ({ name }) => {
    path.push(name);
    words = "";
    if (path.length > limits.depth)
      throw unreadable(file, `The XML is more than ${limits.depth} deep.`, here());
    if (path.length === 1 && name !== "document")
      throw unreadable(
        file,
        `The XML is no survey of LimeSurvey: it begins with <${name.slice(0, 40)}>.`,
        here(),
      );
    if (path.length !== fieldDepth - 1 || name !== "row") return;
    if (++rows > limits.rows) throw tooMuch(file, rows, limits.rows, "rows");
    const table = tables.get(path[1]!) ?? [];
    table.push(new Map());
    tables.set(path[1]!, table);
  });
  parser.on("text", take);
  parser.on("cdata", take);
  parser.on("closetag", ({ name }) => {
    if (path.length === fieldDepth) tables.get(path[1]!)?.at(-1)?.set(name, words);
    if (path.length === 2) outside.set(name, words.trim());
    if (path.length === 3 && path[1] === "languages") outside.set("language", words.trim());
    path.pop();
    words = "";
  });
  parser.write(text).close();
  return new Map([...tables, ["", [outside]]]);
}
