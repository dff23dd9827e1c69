/** Files that are meant ill, or are something else: a clear refusal, soon. */
import { expect, test } from "vitest";
import { Problem } from "../../../../src/problem.ts";
import { elementsOf, fixture, outcome } from "./fixtures.ts";

function refusal(text: string): Problem {
  const before = performance.now();
  const result = outcome(text, "survey.txt");
  expect(performance.now() - before).toBeLessThan(3_000);
  if (!(result instanceof Problem)) throw new Error("It was taken.");
  return result;
}

const survey = (...elements: unknown[]): string =>
  JSON.stringify({ title: "S", pages: [{ name: "p", elements }] });
const text = (name: string, more: object = {}) => ({ type: "text", name, title: name, ...more });
const lss = (inside: string): string =>
  `<?xml version="1.0"?>\n<document>\n<LimeSurveyDocType>Survey</LimeSurveyDocType>${inside}</document>`;

test.each([
  ["nothing", ""],
  ["a table", "id,name\n1,Ana\n"],
  ["an archive", "PK\u0003\u0004…"],
])("%s is no survey", (_, file) => {
  expect(refusal(file)).toMatchObject({
    id: "unreadable-file",
    message:
      "survey.txt cannot be read: it is neither JSON nor XML, so it is no survey that is known here.",
    next: "Send the export of Qualtrics (QSF), LimeSurvey (LSS), SurveyJS (JSON).",
  });
});

test.each([
  ['{"pages": [\n  {"name": oops}\n]}', 2, 12],
  ['{"pages": [\n  {"name": "a",}\n]}', 2, 16],
  ['{"pages": [1, 2', 1, 16],
  ['{"pages": [1, , 2]}', 1, 15],
  ['{"pages": "a\n"}', 1, 13],
  ["[", 1, 2],
  ['{"SurveyElements": [tru]}', 1, 21],
  ['{"a": -}', 1, 8],
])("broken JSON is refused with line and column: %j", (file, line, column) => {
  const { message, issues } = refusal(file);
  expect(message).toContain(`on line ${line}, column ${column}`);
  expect(issues).toMatchObject([{ line, column: String(column), severity: "error" }]);
});

test.each([
  ["<document>\n  <a>\n</document>", 3, "unexpected close tag"],
  ["<document>\n  &oops;\n</document>", 2, "undefined entity"],
  ["<document>\n  <a b></a>\n</document>", 2, "attribute without value"],
  ["<document>", 1, "unclosed tag: document"],
  ["<html><body>Hello</body></html>", 1, "begins with <html>"],
  [lss("<surveys>\u0000</surveys>"), 3, "disallowed character"],
])("broken XML is refused with its line: %j", (file, line, what) => {
  const { message, issues } = refusal(file);
  expect(message).toContain(what);
  expect(issues[0]).toMatchObject({ line });
});

test("a document type is refused before its entities are read", () => {
  const bomb = Array.from({ length: 30 }, (_, at) => `<!ENTITY e${at + 1} "&e${at};&e${at};">`);
  const file = `<?xml version="1.0"?>\n<!DOCTYPE document [<!ENTITY e0 "ha">${bomb.join("")}]>\n<document>&e30;</document>`;
  expect(refusal(file).message).toContain("has a document type");
  const outside =
    '<!DOCTYPE document [<!ENTITY x SYSTEM "file:///etc/passwd">]><document>&x;</document>';
  expect(refusal(outside).message).toContain("has a document type");
});

test("other documents of the same programs are told apart", () => {
  expect(
    refusal("<document><LimeSurveyDocType>Question</LimeSurveyDocType></document>").message,
  ).toContain("is no whole survey");
  expect(refusal('{"SurveyElements": []}').message).toContain("no SurveyEntry");
  expect(refusal('{"items": {}}').message).toContain("no pages with questions");
  expect(refusal('{"SurveyEntry": {}, "SurveyElements": []}').message).toBe(
    "survey.txt holds no questions.",
  );
  expect(refusal(lss("")).message).toBe("survey.txt holds no questions.");
});

test("more than five million characters are not looked into", () => {
  expect(refusal(`{"pages": "${"a".repeat(5_000_000)}"}`)).toMatchObject({ id: "too-large" });
});

test("a survey with too many questions is refused as a whole", () => {
  const many = Array.from({ length: 60_000 }, (_, at) => text(`q${at}`));
  expect(refusal(survey(...many)).message).toContain("2,000 are the most");
  const qsf = { SurveyEntry: {}, SurveyElements: many.map(() => ({ Element: "SQ", Payload: {} })) };
  expect(refusal(JSON.stringify(qsf)).message).toContain("2,000 are the most");
  const rows = "<row><qid>1</qid></row>".repeat(60_000);
  expect(refusal(lss(`<questions><rows>${rows}</rows></questions>`)).message).toContain(
    "50,000 are the most",
  );
  expect(refusal(survey(...many.slice(0, 600))).message).toContain("500 are the most");
});

test("what is nested deeply is refused without being followed", () => {
  const panel = (depth: number): string =>
    `${'{"type":"panel","name":"p","elements":['.repeat(depth)}${JSON.stringify(text("a"))}${"]}".repeat(depth)}`;
  const nested = (depth: number): string =>
    `{"title":"S","pages":[{"name":"p","elements":[${panel(depth)}]}]}`;
  expect(outcome(nested(10))).not.toBeInstanceOf(Problem);
  expect(refusal(nested(1_000)).message).toContain("deep in each other");
  expect(refusal(`{"pages":${"[".repeat(100_000)}${"]".repeat(100_000)}}`).id).toBe(
    "unreadable-file",
  );
  expect(refusal(`<document>${"<a>".repeat(100_000)}`).message).toContain("20 deep");
  const title = JSON.parse(`${'{"a":'.repeat(500)}1${"}".repeat(500)}`) as unknown;
  const one = outcome(survey(text("a", { title }), text("b")));
  expect(one).toMatchObject({
    questions: [
      { name: "a", outcome: "refused" },
      { name: "b", outcome: "taken" },
    ],
  });
});

test.each(["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"])(
  "a name or property %s does nothing but be refused or renamed",
  (key) => {
    const file = `{"title": "S", "${key}": {"polluted": 1}, "pages": [{"name": "p", "${key}": {"polluted": 1}, "elements": [
      {"type": "text", "name": "${key}", "title": "A"},
      {"type": "text", "name": "b", "title": "B", "${key}": {"polluted": 1}},
      {"type": "${key}", "name": "c", "title": "C"},
      {"type": "text", "name": "d", "title": "D"}]}]}`;
    const result = outcome(file);
    if (result instanceof Problem) throw result;
    expect([...elementsOf(result).keys()].at(-1)).toBe("d");
    expect(result.questions.map(({ outcome }) => outcome)).toEqual([
      "changed",
      "refused",
      "refused",
      "taken",
    ]);
    const qsf = fixture("alumni.qsf")
      .replaceAll('"DataExportTag": "Q3"', `"DataExportTag": "${key}"`)
      .replaceAll('"TE"', `"${key}"`);
    expect(outcome(qsf)).not.toBeInstanceOf(Problem);
    const other = fixture("newer.lss")
      .replaceAll("[S]", `[${key}]`)
      .replaceAll("[works]", `[${key}]`);
    expect(outcome(other)).not.toBeInstanceOf(Problem);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  },
);

test.each([
  ["tags that never end", "<a".repeat(400_000)],
  ["brackets that never end", "<".repeat(800_000)],
  ["entities", "&lt".repeat(300_000)],
  ["comments that never end", "<!--".repeat(200_000)],
  ["scripts that never end", "<script>".repeat(100_000)],
  ["blanks", " ".repeat(800_000)],
  ["braces", "{".repeat(800_000)],
  ["pipes that never end", "${".repeat(400_000)],
  ["lines", "\n".repeat(800_000)],
])("words made of %s take no time", (_, words) => {
  const before = performance.now();
  outcome(
    fixture("alumni.qsf")
      .replace('"Thrown away"', JSON.stringify(words))
      .replace('"Your state"', JSON.stringify(words)),
  );
  outcome(survey(text("a", { title: words, visibleIf: words }), text("b")));
  outcome(fixture("newer.lss").replaceAll("Do you work?", words.replaceAll("]]>", "")));
  outcome(fixture("newer.lss").replaceAll("count(order) > 1", words));
  expect(performance.now() - before).toBeLessThan(4_000);
});

test("a file of which nothing can be asked says so of each question", () => {
  const file = survey(
    { type: "file", name: "cv", title: "CV" },
    { type: "ranking", name: "r", title: "R", choices: [1] },
  );
  const { message, issues } = refusal(file);
  expect(message).toBe("survey.txt holds no question that can be asked here.");
  expect(issues.map(({ text }) => text.slice(0, 34))).toEqual([
    'cv: The item type "file" is not ta',
    'r: The item type "ranking" is not ',
  ]);
});
