import { expect, test } from "vitest";
import { textIn } from "#surveys";
import { isIn } from "../../../surveys/instrument/text-in.ts";

const locales = ["en", "es", "pt-BR"];

test("words in the language, in its own one, in the first, in any", () => {
  const text = { default: "Yes", es: "Sí", "pt-BR": "Sim" };
  expect(textIn("Same", "es", locales)).toBe("Same");
  expect(textIn(text, "es", locales)).toBe("Sí");
  expect(textIn(text, "es-MX", locales)).toBe("Sí");
  expect(textIn(text, "en", locales)).toBe("Yes");
  expect(textIn(text, "fr", locales)).toBe("Yes");
  expect(textIn({ en: "Yes", es: "Sí" }, "fr", locales)).toBe("Yes");
  expect(textIn({ es: "Sí", "pt-BR": "Sim" }, "fr", locales)).toBe("Sí");
  expect(textIn({ de: "Ja" }, "fr", locales)).toBe("Ja");
});

test("a language that is called like a property of objects has no words", () => {
  expect(textIn({ default: "Yes" }, "toString", locales)).toBe("Yes");
  expect(isIn({ default: "Yes" }, "constructor", locales)).toBe(false);
});

test("default is the first language, and no other", () => {
  expect(isIn({ default: "Yes" }, "en", locales)).toBe(true);
  expect(isIn({ default: "Yes" }, "es", locales)).toBe(false);
  expect(isIn("Yes", "es", locales)).toBe(true);
});
