/** Whatever is sent: no fault of ours, and nothing is stored that is no answer. The table itself is looked at. */
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isRecord, kindOf, type Instrument } from "#surveys";
import { openVersion } from "../../../../src/fielding/open-version.ts";
import { openVisitor, type Visitor } from "../visitor.ts";
import { begun, respondent, type Pair } from "./respondent.ts";
import { fieldSurvey, invited, type Fielded } from "./survey.ts";

const urlencoded = "application/x-www-form-urlencoded";

describe("a hostile body", () => {
  let visitor: Visitor;
  let fielded: Fielded;
  let instrument: Instrument;
  let token: string;
  const tokens: string[] = [];
  /** What honest pages would send. */
  const pages = new Map<string, readonly Pair[]>();
  beforeAll(async () => {
    visitor = await openVisitor();
    fielded = await fieldSurvey(visitor.db);
    instrument = await openVersion(visitor.db.read, fielded.wave.versionId);
    const { open, send } = respondent(visitor);
    for (let i = 0; i < 12; i++) {
      tokens.push(await invited(fielded));
      await send(await begun(visitor, tokens[i]!), { job: "part" });
    }
    token = tokens[0]!;
    for (const section of ["now", "work", "skills", "end"])
      pages.set(section, (await open(`/s/${token}/at/${section}`)).fields);
  });
  afterAll(() => visitor.leave());

  const post = async (path: string, body: string, type = urlencoded): Promise<number> => {
    const headers = { "content-type": type };
    const answer = await visitor.ask(path, { method: "POST", headers, body });
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
    return answer.status;
  };

  /** Every name is an item's, every value one that the item can hold. */
  const faultsInTable = async (): Promise<string[]> => {
    const events = visitor.db.read.selectFrom("answer_events");
    const rows = await events.select(["section", "answers", "typed"]).execute();
    expect(rows.length).toBeGreaterThan(0);
    return rows.flatMap(({ section, answers, typed }) => [
      ...Object.entries(JSON.parse(answers) as Record<string, unknown>)
        .filter(([name, value]) => !mayStand(name, value, section))
        .map(([name, value]) => `${name}: ${JSON.stringify(value)}`),
      ...Object.entries(JSON.parse(typed ?? "{}") as Record<string, unknown>)
        .filter(([name, value]) => !instrument.items.has(name) || !areTexts(value))
        .map(([name]) => `typed ${name}`),
    ]);
  };
  const mayStand = (name: string, value: unknown, section: string): boolean => {
    const item = instrument.items.get(name.replace(/-Comment$/, ""));
    const own = instrument.sections.find((each) => each.name === section)?.items ?? [];
    if (item === undefined || !own.includes(item)) return false;
    if (value === null) return true;
    if (name.endsWith("-Comment")) return typeof value === "string";
    return kindOf(item).holds(item, value);
  };

  test("made of the fields of a page, small", async () => {
    const sent = fc.tuple(
      fc.constantFrom(...tokens),
      fc.constantFrom(...pages.keys()),
      fc.array(change, { maxLength: 12 }),
    );
    await fc.assert(
      fc.asyncProperty(sent, async ([token, section, changes]) => {
        const fields = changes.reduce<readonly Pair[]>(
          (pairs, apply) => apply(pairs),
          pages.get(section)!,
        );
        const body = new URLSearchParams(
          fields.map(([n, v]): [string, string] => [n, v]),
        ).toString();
        expect(await post(`/s/${token}/at/${section}`, body)).toBe(303);
      }),
      { numRuns: 250 },
    );
    expect(await faultsInTable()).toEqual([]);
  });

  test("made of no fields at all, of any kind, at every door", async () => {
    const doors = [
      `/s/${token}/at/now`,
      `/s/${token}/at/none`,
      `/s/${token}/review`,
      `/s/${token}`,
    ];
    const body = fc.oneof(raw, fc.string({ unit: "binary" }), fc.constantFrom(...oddBodies));
    const one = fc.tuple(fc.constantFrom(...doors), body, fc.constantFrom(...types));
    await fc.assert(
      fc.asyncProperty(one, async ([path, text, type]) => {
        expect([303, 400, 409, 413, 415]).toContain(await post(path, text, type));
      }),
      { numRuns: 300 },
    );
    expect(await faultsInTable()).toEqual([]);
  });

  test("at the start: a response begins with a consent, or not at all", async () => {
    const field = fc.tuple(fc.constantFrom("~lang", "~consent", "~token", "__proto__"), odd);
    await fc.assert(
      fc.asyncProperty(fc.array(field), async (fields) => {
        const body = new URLSearchParams(fields).toString();
        expect([303, 409]).toContain(await post(`/o/${fielded.wave.openLink}`, body));
        expect([303, 409]).toContain(await post(`/s/${await invited(fielded)}`, body));
      }),
      { numRuns: 30 },
    );
    const begunOnes = await visitor.db.read
      .selectFrom("responses")
      .select("consent_version")
      .execute();
    expect(new Set(begunOnes.map((each) => each.consent_version))).toEqual(new Set(["2026-1"]));
  });

  test.for([
    ["10,000 fields", Array.from({ length: 10_000 }, (_, i) => `job=${i}`).join("&"), 413],
    ["10,000 separators", "&".repeat(10_000), 413],
    ["a little less than 1 MB in one field", `words=${"x".repeat(999_000)}`, 303],
    ["more than 1 MB", `words=${"x".repeat(1_000_000)}`, 413],
    ["1 MB of percent signs", "%".repeat(999_999), 303],
    ["1,999 boxes", Array.from({ length: 1_999 }, () => "did=intern").join("&"), 303],
  ] as const)("that is heavy: %s", async ([, body, status]) => {
    const section = body.startsWith("words") ? "end" : "now";
    expect(await post(`/s/${token}/at/${section}`, body)).toBe(status);
    expect(await faultsInTable()).toEqual([]);
    expect((await visitor.ask(`/s/${token}/at/${section}`)).status).toBe(200);
    expect((await visitor.ask(`/s/${token}/review`)).status).toBe(200);
  });

  test("is refused in words of the person", async () => {
    const answer = await visitor.ask(`/s/${token}/at/now`, { method: "POST", body: "{}" });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("Everything saved before is still there.");
  });

  test("has left no fault in the log, and no link", () => {
    const lines = visitor.logged.join("\n");
    expect(lines).not.toContain('"level":"error"');
    expect(lines).not.toContain(token);
    expect(lines).toContain('"path":"/s/…/at/now"');
  });
});

const areTexts = (value: unknown): boolean =>
  isRecord(value) && Object.values(value).every((text) => typeof text === "string");

const oddTexts = [
  "",
  " ",
  "\0",
  "a\0b",
  "\ud800",
  "\udc00x",
  "__proto__",
  "constructor",
  "[object Object]",
  "undefined",
  "null",
  "true",
  "NaN",
  "1e999",
  "-0",
  "9".repeat(40),
  "full",
  "other",
  "refused",
  "none",
  "intern\nabroad",
  "<script>",
  "'; drop table answer_events; --",
  "\u202e\ufeff",
  "../..",
  "x".repeat(25_000),
];
const odd = fc.oneof(
  fc.constantFrom(...oddTexts),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.integer().map(String),
);

const names =
  `~key ~version ~seen ~shown ~asked ~lang ~then ~back ~ job job-Comment did field field-Comment
  hours happy why year since.month since.year since born born.day able able.write able.x __proto__ constructor
  able.__proto__ job.__proto__ toString hello words`.split(/\s+/);
const name = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...names) },
  { weight: 1, arbitrary: odd },
);

/** One thing done to the fields of a page. */
const change: fc.Arbitrary<(fields: readonly Pair[]) => readonly Pair[]> = fc.oneof(
  fc
    .tuple(name, odd)
    .map(([to, value]) => (fields: readonly Pair[]) => [...fields, [to, value] as const]),
  fc
    .tuple(name, odd)
    .map(([to, value]) => (fields: readonly Pair[]) => [
      ...fields.filter(([each]) => each !== to),
      [to, value] as const,
    ]),
  name.map((from) => (fields: readonly Pair[]) => fields.filter(([each]) => each !== from)),
  name.map((twice) => (fields: readonly Pair[]) => [
    ...fields,
    ...fields.filter(([each]) => each === twice),
  ]),
  fc.constant((fields: readonly Pair[]) => fields.toReversed()),
);

/** Pieces of a body as no browser would put them together. */
const raw = fc
  .array(
    fc.constantFrom(
      "&",
      "=",
      "%",
      "%00",
      "%ED%A0%80",
      "%C0%80",
      "+",
      ";",
      "~asked=",
      "job=",
      "__proto__=1",
      "%E0%A4%A",
      "\u0000",
      "did[]=",
      "able.write=",
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(""));

const oddBodies = [
  "{}",
  "[]",
  "--x\r\n",
  "<a/>",
  "&&&&",
  "====",
  "\ufeffjob=full",
  "job=full;did=none",
];

const types = [
  urlencoded,
  `${urlencoded}; charset=utf-16`,
  `${urlencoded};charset=nothing`,
  `${urlencoded.toUpperCase()}`,
  `${urlencoded}x`,
  "application/json",
  "multipart/form-data; boundary=x",
  "text/plain",
];
