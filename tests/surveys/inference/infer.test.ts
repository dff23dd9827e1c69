import { expect, test } from "vitest";
import { inferVariable, type Profile, type VariableOverride } from "#surveys";

/** A column in which each cell occurs as often as the list says; "" is an empty cell. */
function column(cells: readonly (string | number)[], times = 1, name = "q"): Profile {
  const integers = new Map<number, number>();
  const texts = new Map<string, number>();
  let empty = 0;
  for (const cell of cells.map(String)) {
    if (cell === "") empty += times;
    else if (/^(?:0|-?[1-9]\d{0,8})$/u.test(cell))
      integers.set(Number(cell), (integers.get(Number(cell)) ?? 0) + times);
    else texts.set(cell, (texts.get(cell) ?? 0) + times);
  }
  return { name, empty, integers, texts };
}

const infer = (profile: Profile, override?: Omit<VariableOverride, "id">) =>
  inferVariable(profile, {
    id: profile.name,
    source: "alumni.csv",
    ...(override === undefined ? {} : { override: { id: profile.name, ...override } }),
  });
const levelOf = (profile: Profile) => {
  const { level, excluded } = infer(profile).variable;
  return excluded ?? level;
};
const codesOf = (profile: Profile, override?: Omit<VariableOverride, "id">) =>
  Object.fromEntries(
    infer(profile, override).variable.values!.map(({ cell, code }) => [cell, code]),
  );
const doubtsOf = (profile: Profile, override?: Omit<VariableOverride, "id">) =>
  infer(profile, override).doubts.map(({ severity, code }) => `${severity} ${code}`);

const range = (low: number, high: number) =>
  Array.from({ length: high - low + 1 }, (_, i) => low + i);
const visits = column([...Array<number>(40).fill(0), 1, 1, 1, 2, 2, 3, 4, 5, 6, 7, 9, 12]);

test.each([
  ["nothing", column(["", ""]), "all missing"],
  ["one answer", column([4, 4, ""]), "constant"],
  ["one answer in several spellings", column(["Yes", "yes ", "YES"]), "constant"],
  ["two numbers", column([1, 2], 5), "binary"],
  ["yes and no", column(["Yes", "No", "yes"], 5), "binary"],
  ["true and false", column(["TRUE", "FALSE"], 5), "binary"],
  ["two names", column(["Female", "Male"], 5), "binary"],
  ["five points", column(range(1, 5), 20), "ordinal"],
  ["seven points", column(range(1, 7), 20), "ordinal"],
  ["a scale in steps of twenty", column([0, 20, 40, 60], 30), "ordinal"],
  ["five salaries", column([41400, 71300, 79400, 62700, 55000]), "interval"],
  ["visits", visits, "count"],
  ["ages", column(range(21, 60), 3), "interval"],
  ["a rating from 0 to 100", column(range(0, 100), 3), "interval"],
  ["decimals", column(["2.5", "3.1", "3.7", 4], 9), "interval"],
  ["agreement", column(["Strongly disagree", "Agree", "strongly agree"], 9), "ordinal"],
  ["numbers with labels", column(["1 - Low", 2, 3, "4 - High"], 9), "ordinal"],
  ["labels with numbers", column(["Low (1)", "Fair (2)", "High (3)"], 9), "ordinal"],
  ["subjects", column(["Arts", "Science", "Business"], 9), "nominal"],
  ["postal codes", column(["02134", "10001", "10002"], 9), "nominal"],
  ["dates", column(["2021-05-01", "1/31/2020", "4 Mar 2019"]), "date"],
  ["ids by name", column(range(500, 600), 1, "student_id"), "identifier"],
  ["running numbers", column(range(1, 80)), "identifier"],
  [
    "numbers too long to be exact",
    column(range(0, 39).map((i) => `1234567890123456${10 + i}`)),
    "identifier",
  ],
  ["codes that never repeat", column(range(0, 39).map((i) => `x${i}y`)), "identifier"],
  ["essays", column(range(0, 39).map((i) => `I liked course ${i}.`)), "free text"],
  ["amounts in dollars", column(["$52,000", "$48,500", "$61,250"], 3), "mixed text and numbers"],
  ["hours in bands", column(["1-2 hours", "3-5 hours", "6+ hours"], 9), "nominal"],
])("%s", (_, profile, level) => {
  expect(levelOf(profile)).toBe(level);
  expect(infer(profile).variable.decidedBy).toMatch(/^[A-Z].*\.$/u);
});

test("codes of words have their order", () => {
  expect(codesOf(column(["Yes", "No"]))).toEqual({ No: 0, Yes: 1 });
  expect(codesOf(column(["Male", "Female"]))).toEqual({ Female: 0, Male: 1 });
  expect(codesOf(column(["Agree", "Disagree"], 3))).toEqual({ Disagree: 0, Agree: 1 });
  expect(codesOf(column(["Often", "Never", "Very often"], 3))).toEqual({
    Never: 1,
    Often: 3,
    "Very often": 4,
  });
  // By code point, not by UTF-16 unit: the letter beyond the basic plane is last.
  expect(codesOf(column(["b", "\u{1D4B3}", "a", "\uFF21", "Z"], 3))).toEqual({
    Z: 1,
    a: 2,
    b: 3,
    "\uFF21": 4,
    "\u{1D4B3}": 5,
  });
  expect(codesOf(column(["4 - Agree", "1 - Disagree", 2], 3))).toEqual({
    "1 - Disagree": 1,
    "2": 2,
    "4 - Agree": 4,
  });
});

test("the smallest set with every label gives the codes, so that a four-point scale has four steps", () => {
  const four = column(["Strongly disagree", "Disagree", "Agree", "Strongly agree"], 3);
  expect(Object.values(codesOf(four))).toEqual([1, 2, 3, 4]);
  const five = column(["Strongly disagree", "Neutral", "Agree", "Strongly agree"], 3);
  expect(Object.values(codesOf(five))).toEqual([1, 3, 4, 5]);
});

test("a number that has two labels is no scale", () => {
  expect(levelOf(column(["1 - Low", "1 - High", "2 - Other"], 9))).toBe("nominal");
});

test("words that mean no answer are recognised, and only those", () => {
  const salary = column(
    [52000, 48000, "N/A", "Prefer not to say", "not applicable", "none", ""],
    2,
    "salary",
  );
  expect(infer(salary).variable.missing).toEqual({
    "N/A": "skipped",
    "Prefer not to say": "refused",
    "not applicable": "not applicable",
  });
  expect(doubtsOf(salary)).toEqual(["error not-a-number"]);
});

test("numbers that may mean no answer are named, not removed, and do not decide the level", () => {
  const item = column([...range(1, 5), 9], 20);
  expect(infer(item).variable).toMatchObject({ level: "ordinal", missing: {} });
  expect(doubtsOf(item)).toEqual(["warning possible-missing-code"]);
  expect(doubtsOf(column([...range(0, 12), 99], 9))).toEqual(["warning possible-missing-code"]);
  expect(doubtsOf(column([...range(1, 7), -9, -1], 9))).toHaveLength(2);
});

test.each([
  ["nine on a ten-point scale", column(range(1, 10), 9)],
  ["99 among ages", column([...range(21, 95), 99], 9)],
  ["minus one on a scale around zero", column([-1, 0, 1], 9)],
  ["minus nine among temperatures", column([-12, -9, -3, 4, 8], 9)],
])("%s is a number like any other", (_, profile) => {
  expect(doubtsOf(profile)).toEqual([]);
});

test("a few cells that are no numbers are faults, each with its remedy", () => {
  const { variable, doubts } = infer(
    column([...range(20, 60), "abc", "$52,000", "3,5"], 1, "salary"),
  );
  expect(variable.excluded).toBeUndefined();
  expect(doubts.map(({ cell }) => cell)).toEqual(["abc", "$52,000", "3,5"]);
  expect(doubts[0]!.text).toContain('{"id": "salary", "missing": {"abc": "refused"}}');
  expect(doubts[1]!.text).toContain("without currency signs");
});

test("a column that is no column of numbers is set aside with a warning", () => {
  expect(doubtsOf(column(["$52,000", "$48,500", 61250], 3))).toEqual(["warning mixed-column"]);
  expect(doubtsOf(column([1, 2, "many", "few", "some or other"], 3))).toEqual([]);
});

test("leading zeros make codes of a column, but not of one stray cell", () => {
  const zips = column(["02134", 10001, 10002], 9);
  expect(infer(zips).variable.decidedBy).toContain("leading zeros");
  expect(doubtsOf(zips)).toEqual([]);
  const stray = column([...range(100, 160), "0170"]);
  expect(infer(stray).variable.level).toBe("interval");
  expect(doubtsOf(stray)).toEqual(["warning leading-zeros"]);
});

test("what a person should look at among categories is named", () => {
  expect(doubtsOf(column(["Arts", "arts ", "Law"], 9))).toEqual(["warning similar-categories"]);
  expect(doubtsOf(column(["Never", "Sometimes", "Often", "Don't know"], 9))).toEqual([
    "warning nearly-ordered",
  ]);
  expect(doubtsOf(column(["$0-$9", "$10-$19", "$20-$29"], 9))).toEqual(["warning possible-order"]);
  expect(doubtsOf(column(["Yes", ""], 9))).toEqual(["warning one-answer-or-empty"]);
});

test("a codebook decides: level, values, missing codes, exclusion", () => {
  const item = column([...range(1, 5), 9], 20);
  expect(infer(item, { missing: { "9": "refused" } })).toMatchObject({
    variable: { level: "ordinal", missing: { "9": "refused" }, decidedBy: "The codebook says so." },
    doubts: [],
  });
  expect(infer(item, { level: "interval" }).variable.level).toBe("interval");
  expect(infer(item, { excluded: "free text" }).variable.excluded).toBe("free text");
  const running = column(range(1, 80));
  expect(infer(running, { excluded: null }).variable).toMatchObject({ level: "interval" });
  expect(infer(running, { level: "count" }).variable.excluded).toBeUndefined();
  expect(infer(item, { label: "Satisfaction" }).variable).toMatchObject({
    label: "Satisfaction",
    decidedBy: infer(item).variable.decidedBy,
  });
});

test("values of a codebook make an order, and an answer of what looks missing", () => {
  const size = column(["S", "M", "L", "NA"], 5);
  const values = ["S", "M", "L"].map((cell, code) => ({ cell, code, label: cell }));
  expect(infer(size, { values, level: "ordinal" })).toMatchObject({
    variable: { level: "ordinal", values, missing: { NA: "skipped" } },
    doubts: [],
  });
  const all = [...values, { cell: "NA", code: 3, label: "Namibia" }];
  expect(infer(size, { values: all }).variable.missing).toEqual({});
  expect(doubtsOf(size, { values: values.slice(1) })).toEqual(["error not-in-codebook"]);
});

test("a codebook that cannot be true is refused", () => {
  expect(doubtsOf(column(["S", "M", "L"], 5), { level: "ordinal" })).toEqual([
    "error codebook-contradiction",
  ]);
  expect(doubtsOf(column(range(1, 5), 5), { level: "binary" })).toEqual([
    "error codebook-contradiction",
  ]);
  expect(doubtsOf(column(range(1, 5), 5), { excluded: "constant" })).toEqual([
    "error codebook-contradiction",
  ]);
  expect(doubtsOf(column(["a", "b", "c"], 5), { level: "interval" })).toEqual(
    Array(3).fill("error not-a-number"),
  );
});

test("repeating what was recognised changes nothing", () => {
  for (const profile of [
    visits,
    column(["Often", "Never"], 3),
    column(range(1, 80)),
    column([4, 4]),
    column([1, 9], 4),
  ]) {
    const recognised = infer(profile);
    const { id: _, ...override } = recognised.variable;
    expect(infer(profile, override)).toEqual(recognised);
  }
});
