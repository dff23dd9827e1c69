import { assert, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { fileName } from "../../../../src/web/uploads/file-name.ts";

const text = string({ unit: "binary", maxLength: 300 });

describe("the name of an upload", () => {
  test("never holds a folder, a control or a direction, whatever was sent", () => {
    assert(
      property(text, (sent) => {
        const name = fileName(sent);
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}/\\<>:"|?*\u2028\u2029]/u);
        expect(name.startsWith(".")).toBe(false);
        expect(name.trim()).toBe(name);
        expect([...name].length).toBeGreaterThan(0);
        expect([...name].length).toBeLessThanOrEqual(100);
      }),
    );
  });

  test("is made once: doing it again changes nothing", () => {
    assert(
      property(text, (sent) => {
        expect(fileName(fileName(sent))).toBe(fileName(sent));
      }),
    );
  });

  test("stays as it is where it is harmless, in every script", () => {
    for (const name of ["alumni 2016.csv", "Ergebnis_ä.csv", "卒業生.csv", "خريجون.csv"])
      expect(fileName(name)).toBe(name);
  });
});
