/** What people read: complete in both languages, short, plain, and without a claim about what brings about what. */
import { describe, expect, test } from "vitest";
import { instruments } from "#surveys";

interface Words {
  readonly path: string;
  readonly key: string;
  readonly en: string;
  readonly es: string;
}

const localized = new Set(
  "title description text html labelTrue labelFalse otherText otherPlaceholder noneText refuseText dontKnowText placeholder minRateDescription maxRateDescription".split(
    " ",
  ),
);

const all = instruments.flatMap(({ id, file }) => wordsIn(file, id));
const ofKey = (...keys: string[]) => all.filter(({ key }) => keys.includes(key));
const isConsent = ({ path }: Words) => path.endsWith("codebook.consent.text");

describe("in both languages", () => {
  test("every text is there, and there are many", () => {
    expect(all.length).toBeGreaterThan(500);
    expect(all.filter(({ en, es }) => en.trim() === "" || es.trim() === "")).toEqual([]);
  });

  test("questions are questions, sentences sentences", () => {
    for (const { path, en, es } of all) {
      const ends = (words: string) => /[.?:]$/.exec(words)?.[0] ?? "";
      expect([path, ends(es)]).toEqual([path, ends(en)]);
      expect([path, es.split("¿").length]).toEqual([path, es.split("?").length]);
      expect([path, en.match(/\d[\d,]*/g) ?? []]).toEqual([path, es.match(/\d[\d,]*/g) ?? []]);
    }
  });

  test("the Spanish speaks to usted, never to tú", () => {
    const familiar =
      /(?<!\p{L})(tú|tu|tus|te|ti|contigo|eres|tienes|puedes|haces|hiciste|quieres|sabes)(?!\p{L})/iu;
    expect(all.filter(({ es }) => familiar.test(es))).toEqual([]);
    expect(ofKey("title", "description").filter(({ es }) => familiar.test(es))).toEqual([]);
  });

  test("the same English words are the same Spanish words", () => {
    const options = ofKey("text", "refuseText", "dontKnowText").filter(({ en }) => en.length < 40);
    for (const [en, same] of Map.groupBy(options, (words) => words.en)) {
      const spanish = new Set(same.map(({ es }) => es));
      // "One" counts things of either gender; "None" likewise.
      if (!["One", "None"].includes(en)) expect([en, spanish.size]).toEqual([en, 1]);
    }
  });
});

describe("short and plain", () => {
  test.each([
    ["title", 120],
    ["description", 120],
    ["text", 70],
  ])("%s has at most %d characters", (key, most) => {
    const long = ofKey(key).filter((words) => !isConsent(words) && words.en.length > most);
    expect(long).toEqual([]);
    const longer = ofKey(key).filter((words) => !isConsent(words) && words.es.length > most * 1.3);
    expect(longer).toEqual([]);
  });

  test("no sentence has more than 30 words", () => {
    const sentences = all.flatMap(({ en }) => en.split(/[.?!:]\s|\n+/));
    expect(sentences.filter((sentence) => sentence.split(/\s+/).length > 30)).toEqual([]);
  });

  test.each(instruments)(
    "$id is read by people of ten, its consent by people of fourteen",
    ({ id }) => {
      const read = all.filter(({ path, en }) => path.startsWith(id) && /[.?]$/.test(en));
      expect(gradeOf(read.filter((words) => !isConsent(words)))).toBeLessThanOrEqual(10 - 5);
      expect(gradeOf(read.filter(isConsent))).toBeLessThanOrEqual(14 - 5);
    },
  );

  test("each consent says that it is free, how long, what for, how to stop and to withdraw", () => {
    const consents = all.filter(isConsent);
    expect(consents).toHaveLength(instruments.length);
    for (const { en, es } of consents) {
      expect(en.length).toBeLessThan(1200);
      for (const part of [/your choice/, /minutes/, /used for/, /skip/, /withdraw/, /anonymous/])
        expect(en).toMatch(part);
      for (const part of [
        /Usted decide/,
        /minutos/,
        /se usan para/,
        /omitir/,
        /retirar/,
        /anónima/,
      ])
        expect(es).toMatch(part);
    }
  });
});

test("no word claims what brings about what, and no proprietary instrument is named as a source", () => {
  const causal = /\b(impacts?|effects?|drivers?|leads? to|led to|causes?|because of)\b/i;
  expect(all.filter(({ en }) => causal.test(en))).toEqual([]);
  const text = JSON.stringify(instruments);
  expect(text).not.toMatch(/NSSE|Gallup|NACM/i);
});

/** Automated readability index (Smith and Senter 1967): a grade of school, five years below the age. */
function gradeOf(texts: readonly Words[]): number {
  const sentences = texts.flatMap(({ en }) => en.split(/[.?:]\s+|\n+/));
  const words = sentences.join(" ").match(/[\p{L}\d']+/gu)!;
  const letters = words.join("").length;
  return 4.71 * (letters / words.length) + 0.5 * (words.length / sentences.length) - 21.43;
}

function wordsIn(value: unknown, path: string, key = ""): Words[] {
  if (typeof value !== "object" || value === null) {
    // A text in one language only, where people of two read it.
    if (localized.has(key)) throw new Error(`${path} is in one language`);
    return [];
  }
  if ("default" in value && "es" in value) {
    const { default: en, es, ...others } = value as Record<string, string>;
    expect([path, Object.keys(others)]).toEqual([path, []]);
    return [{ path, key, en: en!, es: es! }];
  }
  return Object.entries(value).flatMap(([name, inner]) => wordsIn(inner, `${path}.${name}`, name));
}
