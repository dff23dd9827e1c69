/** HTML as plain words, and names that every program takes. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Names, portable } from "../../../../src/intake/instruments/names.ts";
import { asHtml, plainWords } from "../../../../src/intake/instruments/words.ts";
import { plainText } from "../../../../surveys/instrument/html-text.ts";

describe("words", () => {
  test.each<[string, string, string[]]>([
    ["Plain", "Plain", []],
    ["two\nlines", "two\nlines", []],
    ["<p>One</p><p>Two</p>", "One\n\nTwo", []],
    ["One<br />Two<BR>Three", "One\nTwo\nThree", []],
    ["<ul><li>a</li><li>b</li></ul>", "• a\n• b", []],
    ["<div>in\n   one line</div>", "in one line", []],
    ["<b>bold</b> and <span style='x'>red</span>", "bold and red", ["b", "span"]],
    ["<p class='x'>One</p>", "One", ["p"]],
    ["A &amp; B &lt;&#233;&#xe9;&eacute;&nbsp;&quot;&Eacute;", 'A & B <éé\u00e9 "É', []],
    ["&unknown; &#0; &#9999999;", "&unknown; &#0; &#9999999;", []],
    ["<script>alert('x < y')</script>Hello<!-- not said -->!", "Hello!", ["script"]],
    ["1 < 2 and 3 > 2", "1 < 2 and 3 > 2", []],
    ["<img src=x onerror=alert(1)>", "", ["img"]],
    ["never <b closed", "never <b closed", []],
    ["bell\u0007 and \u202eturned", "bell and turned", []],
  ])("%j", (html, text, lost) => {
    expect(plainWords(html)).toEqual({ text, lost });
  });

  test("no tag and no control is left of any text", () => {
    const html = fc
      .array(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.constantFrom("<p>", "</p>", "<b", ">", "<!--", "-->", "&lt;", "<script>", "\n"),
        ),
      )
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(html, (words) => {
        const { text } = plainWords(words);
        expect(text.isWellFormed()).toBe(true);
        expect(text).not.toMatch(/(?![\t\n])[\p{Cc}\u202a-\u202e]/u);
        expect(text.trim()).toBe(text);
      }),
    );
  });

  test("plain words as HTML are the same words to whoever reads that HTML", () => {
    const words = fc.string({ unit: "grapheme" }).map((text) => plainWords(text).text);
    fc.assert(
      fc.property(words, (text) => {
        expect(plainText(asHtml(text))).toEqual({
          ok: true,
          text: plainWords(text.replaceAll("<", "‹")).text.replaceAll("‹", "<"),
        });
      }),
    );
  });
});

describe("names", () => {
  const written = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 80 }),
    fc.constantFrom("Q1.1", "1", "", "if", "TO", "NaN", "constructor", "año", "a-b", "_x", "q"),
  );

  test("any text makes a name that SPSS, Stata and R take", () => {
    fc.assert(
      fc.property(written, (text) => {
        expect(portable(text)).toMatch(/^[A-Za-z][A-Za-z0-9_]{0,31}$/);
        expect(["if", "to", "nan", "in", "with", "byte"]).not.toContain(
          portable(text).toLowerCase(),
        );
      }),
    );
  });

  test("no name is given twice, whatever is asked for", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(written, fc.boolean())), (all) => {
        const names = new Names();
        const given = all.map(([text, keep]) =>
          (keep ? names.keep(text) : names.make(text)).toLowerCase(),
        );
        expect(new Set(given).size).toBe(given.length);
      }),
    );
  });

  test("what is a name already stays", () => {
    expect(new Names().keep("år-2")).toBe("år-2");
    expect(["Q1.1", "año", "1a", "x y!"].map(portable)).toEqual(["Q1_1", "ano", "q1a", "x_y"]);
  });
});
