import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kindOf, type Fault, type Fields, type Item, type Reading } from "#surveys";
import { sample } from "./samples.ts";

type Sent = Readonly<Record<string, string | readonly string[]>>;
const fieldsIn =
  (sent: Sent): Fields =>
  (suffix) =>
    suffix in sent ? [sent[suffix]!].flat() : [];
const read = (item: Item | string, sent: Sent | string): Reading => {
  const of = typeof item === "string" ? sample(item).item : item;
  return kindOf(of).read(of, fieldsIn(typeof sent === "string" ? { "": sent } : sent));
};
const answered = (item: Item | string, sent: Sent | string): unknown => {
  const reading = read(item, sent);
  return reading.state === "answered" ? reading.answer : reading.state;
};
const fault = (item: Item | string, sent: Sent | string): Fault | undefined => {
  const reading = read(item, sent);
  return reading.state === "unusable" ? reading.fault : undefined;
};
const faultsOf = (name: string, answer: Parameters<ReturnType<typeof kindOf>["faults"]>[1]) =>
  kindOf(sample(name).item).faults(sample(name).item, answer);

describe("one option", () => {
  test("a field is text, a code is what the item says it is", () => {
    expect(answered("how", "1")).toBe(1);
    expect(answered("agree", "true")).toBe(true);
    expect(answered("moved", "0")).toBe(0);
  });

  test("what the item does not have is kept and not taken", () => {
    expect(read("how", "3")).toEqual({
      state: "unusable",
      typed: { "": "3" },
      fault: { item: "how", code: "not accepted", facts: {} },
    });
    expect(fault("how", { "": ["1", "2"] })?.code).toBe("not accepted");
    expect(answered("how", { "": ["1", "1", ""] })).toBe(1);
  });

  test("words belong to other; words alone choose it; beside another option they are nobody's", () => {
    expect(read("how", { "": "other", "-Comment": "  Rarely\r\nat best " })).toEqual({
      state: "answered",
      answer: "other",
      comment: "Rarely\nat best",
    });
    expect(read("how", { "-Comment": "Rarely" })).toMatchObject({
      answer: "other",
      comment: "Rarely",
    });
    expect(read("how", { "": "1", "-Comment": "Rarely" })).toEqual({
      state: "answered",
      answer: 1,
    });
    expect(read("list", { "-Comment": "Rarely" })).toEqual({ state: "blank" });
  });

  test("unusable words are kept with the choice", () => {
    expect(read("how", { "": "other", "-Comment": "a\u0000" })).toMatchObject({
      state: "unusable",
      typed: { "": "other", "-Comment": "a\u0000" },
      fault: { code: "unusable characters" },
    });
    expect(fault("how", { "": "other", "-Comment": "x".repeat(10_001) })?.code).toBe("too long");
  });

  test("other without words is an answer; the words are asked for afterwards", () => {
    expect(read("how", "other")).toEqual({ state: "answered", answer: "other" });
  });
});

describe("several options", () => {
  test("come in the order of the item, each once", () => {
    expect(answered("many", { "": ["x", "1", "x"] })).toEqual([1, "x"]);
  });

  test("none of these and its kin stand alone; what was ticked is kept, one a line", () => {
    expect(read("many", { "": ["1", "none"] })).toEqual({
      state: "unusable",
      typed: { "": "1\nnone" },
      fault: { item: "many", code: "not together", facts: { alone: "none" } },
    });
    expect(fault("many", { "": ["refused", "dontknow"] })?.code).toBe("not together");
    expect(answered("many", "refused")).toEqual(["refused"]);
  });

  test("an option of the item's own that is called none stands among the others", () => {
    const options = ["none", 1].map((code) => ({ code, label: "" }));
    const item = { ...sample("list").item, kind: "multiple choice", options } as Item;
    expect(answered(item, { "": ["1", "none"] })).toEqual(["none", 1]);
  });

  test("words tick other, but not beside none of these", () => {
    expect(read("many", { "": "1", "-Comment": "Clubs" })).toMatchObject({
      answer: [1, "other"],
      comment: "Clubs",
    });
    expect(read("many", { "": "none", "-Comment": "Clubs" })).toEqual({
      state: "answered",
      answer: ["none"],
    });
  });

  test("how many are wanted is no question to none of these", () => {
    const item = { ...sample("many").item, atLeast: 2, atMost: 3 } as Item;
    const codes = (...answer: (string | number)[]) =>
      kindOf(item)
        .faults(item, answer)
        .map(({ code, facts }) => [code, facts["limit"]]);
    expect(codes(1)).toEqual([["too few", 2]]);
    expect(codes(1, 2)).toEqual([]);
    expect(codes(1, 2, "x", "other")).toEqual([["too many", 3]]);
    expect(codes("none")).toEqual([]);
    expect(kindOf(item).faults(item, undefined)).toEqual([]);
  });
});

describe("a matrix", () => {
  test("is read row by row; rows left out are left out", () => {
    expect(answered("grid", { ".a": "1" })).toEqual({ a: 1 });
    expect(answered("grid", { ".nobody": "1" })).toBe("blank");
  });

  test("says which row is not accepted, and keeps all of them", () => {
    expect(read("grid", { ".a": "1", ".__proto__": "9" })).toEqual({
      state: "unusable",
      typed: JSON.parse('{".a":"1",".__proto__":"9"}'),
      fault: { item: "grid", row: "__proto__", code: "not accepted", facts: {} },
    });
  });

  test("names each row that has to be answered", () => {
    const item = { ...sample("grid").item, eachRowRequired: true } as Item;
    const rows = (answer: { a?: number } | undefined) =>
      kindOf(item)
        .faults(item, answer as { a: number })
        .map(({ row }) => row);
    expect(rows(undefined)).toEqual(["a", "__proto__"]);
    expect(rows({ a: 1 })).toEqual(["__proto__"]);
    expect(faultsOf("grid", { a: 1 })).toEqual([]);
  });
});

describe("a number", () => {
  test.each([
    ["1234.5", 1234.5],
    ["1234,5", 1234.5],
    [" 52 000 ", 52000],
    ["52\u202f000,50", 52000.5],
    ["1\u00a0234\u2009567.25", 1234567.25],
    ["1,234.5", 1234.5],
    ["1.234,5", 1234.5],
    ["1,234,567", 1234567],
    ["1'234'567.5", 1234567.5],
    ["0,125", 0.125],
    ["1234.567", 1234.567],
    ["-3", -3],
    ["\u22123", -3],
    ["+ 7", 7],
    ["007", 7],
    ["-0", 0],
  ])("%s is %d", (text, value) => {
    expect(answered("salary", text)).toBe(value);
  });

  test.each([
    "$52000",
    "52k",
    "1e5",
    "0x10",
    "ten",
    "1,23,456",
    "1 23",
    "1,234.567,8",
    "1..5",
    ",5",
    "5,",
    "--1",
    "1,2345.6",
    "1 234,567.8",
    "9007199254740993",
    "1".repeat(400),
    "Infinity",
    "NaN",
    "5\n6",
  ])("%s is none", (text) => {
    expect(read("salary", text)).toMatchObject({
      state: "unusable",
      typed: { "": text },
      fault: { code: "not a number" },
    });
  });

  test("what may be two numbers is asked again, with both", () => {
    expect(fault("salary", "52,000")?.facts).toEqual({ either: 52, or: 52000 });
    expect(fault("salary", "-1.234")?.facts).toEqual({ either: -1.234, or: -1234 });
  });

  test("where whole numbers are asked for, three digits are thousands", () => {
    expect(answered("children", "52,000")).toBe(52000);
    expect(answered("children", "1.234")).toBe(1234);
    expect(answered("children", "1,5")).toBe(1.5);
    expect(faultsOf("children", 1.5)).toMatchObject([{ code: "not a whole number" }]);
  });

  test("has limits", () => {
    expect(faultsOf("salary", -1)).toEqual([
      { item: "salary", code: "too small", facts: { limit: 0 } },
    ]);
    expect(faultsOf("salary", 1e6 + 1)).toMatchObject([
      { code: "too large", facts: { limit: 1e6 } },
    ]);
    expect([0, 1e6].flatMap((value) => faultsOf("salary", value))).toEqual([]);
  });

  test("any number written plainly is that number, with groups or without", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.constantFrom("", " ", "\u202f"),
        (value, group) => {
          const text = String(value).replaceAll(/\B(?=(\d{3})+$)/gu, group);
          expect(answered("salary", text)).toBe(value);
        },
      ),
    );
  });
});

describe("a date", () => {
  test("comes from its parts, or whole", () => {
    expect(answered("left", { ".month": "6", ".year": "2019" })).toBe("2019-06");
    expect(answered("left", "2019-06")).toBe("2019-06");
    expect(answered("began", { ".day": "1", ".month": "02", ".year": " 2020 " })).toBe(
      "2020-02-01",
    );
  });

  test.each<Sent>([
    { ".month": "6" },
    { ".year": "2019" },
    { ".month": "13", ".year": "2019" },
    { ".month": "0", ".year": "2019" },
    { ".month": "6", ".year": "19" },
    { ".month": "June", ".year": "2019" },
    { ".month": "6", ".year": "20190" },
  ])("%o is none, and is kept", (sent) => {
    expect(read("left", sent)).toMatchObject({
      state: "unusable",
      typed: sent,
      fault: { code: "not a date" },
    });
  });

  test("there is no 31st of April, and a 29th of February every four years, mostly", () => {
    const on = (day: string, month: string, year: string) =>
      answered("began", { ".day": day, ".month": month, ".year": year });
    expect(on("31", "4", "2020")).toBe("unusable");
    expect(on("30", "4", "2020")).toBe("2020-04-30");
    expect([1900, 2000, 2019, 2020].map((year) => on("29", "2", String(year)))).toEqual([
      "unusable",
      "2000-02-29",
      "unusable",
      "2020-02-29",
    ]);
  });

  test("every day of the calendar, and no other", () => {
    const day = 86_400_000;
    for (let at = Date.UTC(1999, 0, 1); at <= Date.UTC(2004, 11, 31); at += day) {
      const text = new Date(at).toISOString().slice(0, 10);
      expect(answered("began", text)).toBe(text);
    }
    let days = 0;
    for (let month = 0; month <= 13; month++)
      for (let each = 0; each <= 32; each++)
        if (
          answered("began", { ".day": `${each}`, ".month": `${month}`, ".year": "2023" }) !==
          "unusable"
        )
          days++;
    expect(days).toBe(365);
  });

  test("has limits, in the order of the calendar", () => {
    expect(faultsOf("left", "1999-12")).toMatchObject([
      { code: "too small", facts: { limit: "2000-01" } },
    ]);
    expect(faultsOf("left", "2000-01")).toEqual([]);
  });
});

describe("words", () => {
  test("outer blanks are nothing; lines end one way", () => {
    expect(answered("job", "\u00a0 Nurse ")).toBe("Nurse");
    expect(answered("job", " \t ")).toBe("blank");
    expect(answered("story", "one\r\ntwo")).toBe("one\ntwo");
    expect(answered("job", "one\ntwo")).toBe("unusable");
  });

  test.each(["a\u0000b", "a\u0007b", "a\u001bb", "a\u007fb", "a\ud800b", "a\udc00"])(
    "%j cannot be kept as an answer",
    (text) => {
      for (const name of ["job", "story"]) {
        expect(fault(name, text)?.code).toBe("unusable characters");
        expect(read(name, text)).toMatchObject({ typed: { "": text } });
      }
    },
  );

  test("are counted as people count: an emoji is one", () => {
    expect(faultsOf("job", "🎓".repeat(20))).toEqual([]);
    expect(faultsOf("job", "🎓".repeat(21))).toMatchObject([
      { code: "too long", facts: { limit: 20 } },
    ]);
  });

  test("that are far too long are kept as typed", () => {
    expect(answered("story", "x".repeat(10_000))).toHaveLength(10_000);
    expect(fault("story", "x".repeat(10_001))).toMatchObject({
      code: "too long",
      facts: { limit: 40 },
    });
  });

  test.each([
    ["mail", "a@b.co", true],
    ["mail", "a.b+c@mail.example.org", true],
    ["mail", '"a b"@example.org', true],
    ["mail", "a@b", false],
    ["mail", "a.@b.co", false],
    ["mail", "a@b..co", false],
    ["mail", "a b@c.de", false],
    ["mail", `${"a".repeat(320)}@b.co`, false],
    ["page", "https://example.org/a?b=c#d", true],
    ["page", "www.example.org", true],
    ["page", "javascript:alert(1)", false],
    ["page", "somewhere", false],
    ["page", "http://", false],
    ["phone", "ask me", true],
  ])("%s %s", (name, text, right) => {
    expect(faultsOf(name, text).length === 0).toBe(right);
  });

  test("what is made to take long does not", () => {
    const started = performance.now();
    for (const text of [
      `${"a.".repeat(5_000)}@`,
      `${"a".repeat(5_000)}@${"a.".repeat(2_000)}`,
      `"${'"@'.repeat(4_000)}`,
      `http://${"a.".repeat(4_000)} `,
    ])
      for (const name of ["mail", "page"]) expect(faultsOf(name, text)).not.toEqual([]);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

test("labels are said in the language asked for, dates and numbers as it writes them", () => {
  const say = (name: string, answer: never, locale: string, comment?: string): string =>
    kindOf(sample(name).item).say(sample(name).item, answer, {
      locale,
      locales: ["en", "es"],
      ...(comment === undefined ? {} : { comment }),
    });
  expect(say("how", 1 as never, "es")).toBe("Nunca");
  expect(say("how", 1 as never, "fr")).toBe("Never");
  expect(say("how", "other" as never, "es", "De vez en cuando")).toBe("De vez en cuando");
  expect(say("how", "other" as never, "en", "")).toBe("Something else");
  expect(say("agree", true as never, "es")).toBe("Sí");
  expect(say("left", "2019-06" as never, "es")).toBe("junio de 2019");
  expect(say("salary", 52000.5 as never, "es")).toBe("52000,5");
  expect(say("grid", { a: 1 } as never, "es")).toBe("Escribir: Nunca");
});
