import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { columnsOf, instruments, readInstrument, scaleColumnsOf, type Instrument } from "#surveys";
import { ddiCodebook } from "../../../../src/reports/instrument/index.ts";
import { element } from "../../../../src/reports/instrument/xml.ts";
import { hostileWords, script } from "./hostile-words.ts";

interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
}

/** A strict parser: what is not well-formed throws. */
function parse(xml: string): Node {
  const root: Node = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  const parser = new SaxesParser({ xmlns: false });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const node: Node = { name, attributes, children: [], text: "" };
    open.at(-1)!.children.push(node);
    open.push(node);
  });
  parser.on("text", (text) => (open.at(-1)!.text += text));
  parser.on("closetag", () => open.pop());
  parser.write(xml).close();
  return root.children[0]!;
}

const all = (node: Node, name: string): Node[] => [
  ...(node.name === name ? [node] : []),
  ...node.children.flatMap((child) => all(child, name)),
];
const one = (node: Node, name: string): Node => all(node, name)[0]!;

/** Children of each element in the order of the schema of DDI-Codebook 2.5, as far as they are written. "!": required. */
const sequences: Readonly<Record<string, readonly string[]>> = {
  codeBook: ["stdyDscr!", "dataDscr"],
  stdyDscr: ["citation!", "stdyInfo", "method"],
  citation: ["titlStmt!", "verStmt"],
  titlStmt: ["titl!", "parTitl", "IDNo"],
  verStmt: ["version"],
  stdyInfo: ["abstract"],
  method: ["dataColl"],
  dataColl: ["collMode", "resInstru", "collSitu"],
  dataDscr: ["varGrp", "var"],
  varGrp: ["labl", "universe"],
  var: [
    "labl",
    "qstn",
    "valrng",
    "invalrng",
    "universe",
    "catgry",
    "concept",
    "derivation",
    "varFormat",
  ],
  qstn: ["preQTxt", "qstnLit", "ivuInstr"],
  valrng: ["range!"],
  invalrng: ["item!"],
  catgry: ["catValu", "labl"],
  derivation: ["drvdesc"],
};
const attributesOf: Readonly<Record<string, readonly string[]>> = {
  codeBook: ["xmlns", "xmlns:xsi", "xsi:schemaLocation", "version", "xml:lang"],
  version: ["type", "date"],
  varGrp: ["ID", "type", "name", "var"],
  var: ["ID", "name", "measUnit", "intrvl", "nature"],
  range: ["UNITS", "min", "max"],
  item: ["VALUE"],
  catgry: ["missing", "missType"],
  varFormat: ["type"],
};
const values: Readonly<Record<string, readonly string[]>> = {
  intrvl: ["contin", "discrete"],
  nature: ["nominal", "ordinal", "interval", "ratio"],
  missing: ["Y"],
  UNITS: ["INT", "REAL"],
};

function checkStructure(node: Node): void {
  const sequence = sequences[node.name] ?? [];
  const names = sequence.map((name) => name.replace("!", ""));
  const places = node.children.map(({ name }) => names.indexOf(name));
  expect(places, `children of ${node.name}`).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  for (const [at, name] of sequence.entries())
    if (name.endsWith("!")) expect(places, `${names[at]} in ${node.name}`).toContain(at);
  for (const [key, value] of Object.entries(node.attributes)) {
    expect([...(attributesOf[node.name] ?? []), "xml:lang"], `${node.name} ${key}`).toContain(key);
    if (key in values) expect(values[key]).toContain(value);
  }
  if (node.children.length > 0) expect(node.text.trim()).toBe("");
  node.children.forEach(checkStructure);
}

const shipped = instruments.map(({ id, file }) => ({ id, instrument: opened(file) }));
function opened(file: { definition: unknown; codebook: unknown }): Instrument {
  const read = readInstrument(file);
  if (!read.ok) throw new Error(read.issues[0]!.text);
  return read.instrument;
}

describe.each([...shipped, { id: "hostile words", instrument: hostileWords() }])(
  "$id",
  ({ instrument }) => {
    const book = parse(
      ddiCodebook(instrument, { id: "study-1", version: "3", date: "2026-11-21" }),
    );

    test("has the structure of DDI-Codebook 2.5", () => {
      expect(book.attributes).toMatchObject({ xmlns: "ddi:codebook:2_5", version: "2.5" });
      checkStructure(book);
    });

    test("has one variable for each column, under its name", () => {
      const versions = [{ number: 1, instrument }];
      const columns = [...columnsOf(versions), ...scaleColumnsOf(versions)];
      expect(all(book, "var").map(({ attributes }) => attributes["name"])).toEqual(
        columns.map(({ variable }) => variable.id),
      );
    });

    test("names each thing once, and groups name variables that are there", () => {
      const ids = [...all(book, "var"), ...all(book, "varGrp")].map(
        ({ attributes }) => attributes["ID"]!,
      );
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(/^[\p{L}_][\p{L}\p{N}_.-]*$/u);
      for (const { attributes } of all(book, "varGrp"))
        for (const id of attributes["var"]!.split(" ")) expect(ids).toContain(id);
    });
  },
);

describe("what is said of a variable", () => {
  const book = parse(ddiCodebook(hostileWords(), { id: "a<b" }));
  const variable = (name: string): Node =>
    all(book, "var").find(({ attributes }) => attributes["name"] === name)!;
  const texts = (node: Node, name: string) => all(node, name).map(({ text }) => text);

  test("words are words, whatever they look like", () => {
    expect(one(book, "titl").text).toBe(`${script} Hostile & <b>bold</b> | survey`);
    expect(one(book, "IDNo").text).toBe("a<b");
    expect(all(book, "script")).toEqual([]);
    expect(all(book, "version")).toEqual([]);
  });

  test("the question in each language, its options, and what is no answer", () => {
    const employed = variable("employed");
    expect(all(employed, "qstn").map(({ attributes }) => attributes["xml:lang"])).toEqual([
      "en",
      "es",
    ]);
    expect(texts(employed, "qstnLit")).toEqual([`${script} Employed?`, `${script} (es) Employed?`]);
    expect(texts(employed, "concept")).toEqual([`${script} work`]);
    const answers = all(employed, "catgry").filter(({ attributes }) => !("missing" in attributes));
    expect(answers.map((each) => one(each, "catValu").text)).toEqual(["yes", "no", "other"]);
    expect(answers.map((each) => texts(each, "labl")[1])).toContain(`${script} (es) option yes`);
    const missing = all(employed, "catgry").filter(
      ({ attributes }) => attributes["missing"] === "Y",
    );
    const reasons = missing.map((each) => [one(each, "catValu").text, each.attributes["missType"]]);
    expect(reasons).toContainEqual(["]]>", "not applicable"]);
    expect(reasons).toContainEqual(["refused", "refused"]);
    expect(reasons).toContainEqual(["not asked", "not asked"]);
    expect(all(employed, "item").map(({ attributes }) => attributes["VALUE"])).toEqual(
      reasons.map(([cell]) => cell),
    );
  });

  test("a row has the question before it; a number its range and unit; both who is asked", () => {
    const row = variable("skills_writing");
    expect(texts(row, "preQTxt")[0]).toBe(`${script} How well?`);
    expect(texts(row, "qstnLit")[0]).toBe(`${script} option writing`);
    expect(row.attributes["nature"]).toBe("ordinal");
    const salary = variable("salary");
    expect(salary.attributes).toMatchObject({ measUnit: "USD & a year", intrvl: "contin" });
    expect(one(salary, "range").attributes).toEqual({ UNITS: "INT", min: "0", max: "500000" });
    expect(texts(salary, "universe")).toEqual([
      "Asked if {employed} = 'yes' and {found} contains 'web'; and {skills.writing} < 3",
    ]);
    expect(one(salary, "varFormat").attributes).toEqual({ type: "numeric" });
    expect(one(variable("last"), "varFormat").attributes).toEqual({ type: "character" });
  });

  test("a score says how it is made", () => {
    expect(one(variable("skill"), "drvdesc").text).toContain("Skill");
  });
});

test("characters that XML does not have are replaced", () => {
  const { xml } = element("a", { b: 'x\u0000"y' }, "p\ud800q\u0001\ufffe & <c>");
  expect(xml).toBe('<a b="x\ufffd&quot;y">p\ufffdq\ufffd\ufffd &amp; &lt;c&gt;</a>');
  expect(parse(xml).text).toBe("p\ufffdq\ufffd\ufffd & <c>");
});
