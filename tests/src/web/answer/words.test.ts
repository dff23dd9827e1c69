/** The program's own words: the compiler asks for all of them in every language, this for their being said in it. */
import { describe, expect, test } from "vitest";
import { faultCodes } from "#surveys";
import { localeFrom, plainSpeech, speechOf } from "../../../../src/web/answer/speech.ts";
import { languageFor, languages } from "../../../../src/web/answer/words/index.ts";

/** Every sentence by its place, with what is put into it made visible. */
function sentencesIn(words: object, path = ""): [string, string][] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    const at = `${path}/${key}`;
    if (typeof value === "string") return [[at, value]];
    if (typeof value === "function") return [[at, String(value("‹1›", "‹2›"))]];
    return sentencesIn(value as object, at);
  });
}

const english = new Map(sentencesIn(languages.en));

describe.each(Object.keys(languages))("in %s", (language) => {
  const said = sentencesIn(languages[languageFor(language)]);

  test("nothing is left empty, and nothing stands in English by oversight", () => {
    expect(said.length).toBeGreaterThan(80);
    for (const [at, words] of said) {
      expect(words.trim(), at).not.toBe("");
      if (language !== "en") expect(words, at).not.toBe(english.get(at));
    }
  });

  test("what is put into a sentence stands in it, in every language", () => {
    for (const [at, words] of said)
      for (const mark of ["‹1›", "‹2›", "{time}"])
        expect(words.includes(mark), at).toBe(english.get(at)!.includes(mark));
  });

  test("every fault has words, and names its limit where it has one", () => {
    const { faults } = languages[languageFor(language)];
    for (const code of faultCodes)
      expect(faults[code]("‹1›").includes("‹1›"), code).toBe(code.startsWith("too "));
  });
});

describe("the language of a page", () => {
  const locales = ["en", "es", "pt-BR", "ar"];
  test.for([
    [null, "en"],
    ["", "en"],
    ["es", "es"],
    ["es-MX,es;q=0.9,en;q=0.8", "es"],
    ["pt", "pt-BR"],
    ["pt-PT", "pt-BR"],
    ["fr, ar;q=0.5, es;q=0.7", "es"],
    ["es;q=0, ar;q=0.1", "ar"],
    ["*", "en"],
    ["fr", "en"],
    [";;q=,", "en"],
    ["__proto__", "en"],
  ] as const)("for a browser that asks for %s is %s", ([accepted, locale]) => {
    expect(localeFrom(accepted, locales)).toBe(locale);
  });

  test.for([
    ["en", "ltr"],
    ["ar-EG", "rtl"],
    ["fa", "rtl"],
    ["he", "rtl"],
    ["uz-Arab", "rtl"],
    ["az-Latn", "ltr"],
    ["ur-Latn", "ltr"],
  ] as const)("%s is written %s", ([locale, direction]) => {
    expect(plainSpeech(locale).direction).toBe(direction);
  });

  test("a variety is spoken to in its language; a language nobody has here, in marked English", () => {
    expect(plainSpeech("es-MX")).toMatchObject({ words: languages.es, own: {} });
    expect(plainSpeech("fr")).toMatchObject({
      words: languages.en,
      own: { lang: "en", dir: "ltr" },
    });
  });

  test("years keep their figures together, larger numbers do not", () => {
    const { number } = plainSpeech("en");
    expect([1950, 52_000, 0.25].map(number)).toEqual(["1950", "52,000", "0.3"]);
  });

  test("words of the instrument are found in it, with answers put in", () => {
    const speech = speechOf({ locales: ["en", "es"] }, "es-MX", (name) => name.toUpperCase());
    expect(speech.say({ default: "At {job}", es: "En {job}" })).toBe("En JOB");
    expect(speech.say({ default: "At {job}" })).toBe("At JOB");
  });
});
