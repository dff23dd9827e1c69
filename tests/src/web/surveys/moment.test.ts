import { expect, test } from "vitest";
import { fieldOf, momentFrom } from "../../../../src/web/surveys/forms/moment.ts";

test("a field and a moment say the same", () => {
  for (const text of ["2026-11-21T09:00", "2024-02-29T23:59", "0999-01-01T00:00"])
    expect(fieldOf(momentFrom(text)!)).toBe(text);
});

test("with a space, or seconds that browsers add", () => {
  expect(fieldOf(momentFrom(" 2026-11-21 09:00:30 ")!)).toBe("2026-11-21T09:00");
});

test("what is no day or no time is none", () => {
  for (const text of ["", "2026-02-30T09:00", "2026-11-21", "2026-11-21T25:00", "21.11.2026 9:00"])
    expect(momentFrom(text), text).toBeUndefined();
});
