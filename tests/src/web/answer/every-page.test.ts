/** What holds for every page a respondent can see, in every language and direction, whatever the instrument says. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { saveWave } from "../../../../src/db/waves.ts";
import { openVisitor, textOf, type Visitor } from "../visitor.ts";
import { respondent, type Seen } from "./respondent.ts";
import { codebook, definition, fieldSurvey, invited } from "./survey.ts";

const hostile = `<script>alert("1")</script>'"><img src=x onerror=alert(2)>`;

describe("every page for respondents", () => {
  let visitor: Visitor;
  const pages = new Map<string, Seen>();
  beforeAll(async () => {
    visitor = await openVisitor();
    const survey = { definition: worded(definition), codebook: worded(codebook) };
    for (const locale of ["en", "es", "ar"])
      for (const [what, page] of await walk(visitor, survey, locale))
        pages.set(`${locale}: ${what}`, page);
  }, 120_000);
  afterAll(() => visitor.leave());

  const each = (check: (page: Seen, what: string) => void): void => {
    for (const [what, page] of pages) check(page, what);
  };
  const ofSurvey = (what: string): boolean => !what.endsWith("unknown");

  test("was seen", () => {
    expect([...pages.keys()].filter((what) => what.startsWith("ar"))).toHaveLength(18);
    each(({ status }, what) => expect(status, what).toBe(what.includes("unknown") ? 404 : 200));
  });

  test("speaks the language of the person in its direction, and marks what is in another", () => {
    each(({ html }, what) => {
      if (!ofSurvey(what)) return;
      const [locale] = what.split(":");
      const direction = locale === "ar" ? "rtl" : "ltr";
      expect(html, what).toContain(`<html lang="${locale}" dir="${direction}">`);
      const marked = [...html.matchAll(/ lang="en" dir="ltr"/g)].length;
      if (locale === "ar") expect(marked, what).toBeGreaterThan(0);
      if (locale === "es") expect(marked, what).toBe(0);
    });
    expect(pages.get("es: section now")!.text).toContain("Guardar y continuar");
  });

  test("can be found by no search engine, and has no way to the staff", () => {
    each(({ html }, what) => {
      expect(html, what).toContain('<meta name="robots" content="noindex"/>');
      const links = [...html.matchAll(/(?:src|href|action)="([^"]*)"/g)].map(([, to]) => to!);
      for (const to of links) expect(to, what).toMatch(/^(\/[so]\/|\/assets\/|#)/);
    });
  });

  test("runs nothing that an instrument says", () => {
    each(({ html }, what) => {
      const tags = html.replace(/="[^"]*"/g, "=");
      expect(tags, what).not.toMatch(/<style|<[^>]*\sstyle=|<[^>]*\son[a-z]+=|<img/i);
      for (const [script] of html.matchAll(/<script[\s\S]*?<\/script>/g))
        expect(script, what).toMatch(
          /^<script type="module" src="\/assets\/save-draft\.js\?[^"]+"><\/script>$/,
        );
      if (ofSurvey(what)) expect(html, what).toContain("&lt;script&gt;alert(&quot;1&quot;)");
    });
  });

  test("has one first heading, a title, and headings in order", () => {
    each(({ html }, what) => {
      const levels = [...html.matchAll(/<h([1-6])[\s>]/g)].map(([, level]) => Number(level));
      expect(
        levels.filter((level) => level === 1),
        what,
      ).toHaveLength(1);
      const [first, ...rest] = levels.filter((level) => level > 1);
      expect(new Set([first ?? 2, ...rest]), what).toEqual(new Set([2]));
      expect(html, what).toMatch(/<title>[^<]+<\/title>/);
      expect(html, what).toContain("<main>");
    });
  });

  test("has no two elements of one id, and points at ids that are there", () => {
    each(({ html }, what) => {
      const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id!);
      expect(
        ids.filter((id, i) => ids.indexOf(id) !== i),
        what,
      ).toEqual([]);
      const pointers = html.matchAll(/\s(?:for|form|aria-describedby|aria-labelledby)="([^"]*)"/g);
      for (const [, value] of pointers)
        for (const id of value!.split(" ")) expect(ids, what).toContain(id);
      for (const [, id] of html.matchAll(/href="#([^"]*)"/g)) expect(ids, what).toContain(id);
    });
  });

  test("names every field and every group", () => {
    each(({ html }, what) => {
      const labels = new Map(
        [...html.matchAll(/<label[^>]* for="([^"]*)"[^>]*>([\s\S]*?)<\/label>/g)].map(
          ([, id, text]) => [id!, text!],
        ),
      );
      const around = [...html.matchAll(/<label[^>]*>([\s\S]*?)<\/label>/g)].map(
        ([, inner]) => inner!,
      );
      for (const [tag] of html.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)) {
        if (tag.includes('type="hidden"')) continue;
        const id = / id="([^"]*)"/.exec(tag)?.[1] ?? "";
        const label = labels.get(id) ?? around.find((inner) => inner.includes(tag));
        expect(textOf(label ?? "").trim(), `${what}: ${tag}`).not.toBe("");
      }
      const groups = [...html.matchAll(/<fieldset[^>]*>(<legend>)?/g)];
      for (const [tag, legend] of groups) expect(legend, `${what}: ${tag}`).toBe("<legend>");
    });
  });

  test("sends with the first button of its form what Enter sends", () => {
    each(({ html }, what) => {
      const form = /<form [\s\S]*?<\/form>/.exec(html)?.[0];
      if (form === undefined) return;
      const before = html.slice(0, html.indexOf(form));
      expect(before, what).not.toContain("<button");
      const [first] = /<button[^>]*>/.exec(form) ?? [];
      expect(first, what).not.toMatch(/second|plain/);
    });
  });

  test("asks a browser for no checks of its own: what is wrong is kept, too", () => {
    each(({ html }, what) => {
      expect(html, what).not.toMatch(
        /<(input|select|textarea)[^>]*\s(required|pattern|maxlength|minlength|min|max)[=\s>/]/,
      );
    });
  });
});

/** Each page kind once, in a language. */
async function walk(
  visitor: Visitor,
  survey: { definition: unknown; codebook: unknown },
  locale: string,
): Promise<ReadonlyMap<string, Seen>> {
  const fielded = await fieldSurvey(visitor.db, { survey });
  const token = await invited(fielded, { field: "law" });
  const seen = new Map<string, Seen>();
  const { open, send, post } = respondent(visitor);
  const keep = (what: string, page: Seen): Seen => {
    seen.set(what, page);
    return page;
  };
  keep("open link", await open(`/o/${fielded.wave.openLink}?lang=${locale}`));
  keep("start", await open(`/s/${token}?lang=${locale}`));
  const again = await post(seen.get("start")!, { "~consent": "old" });
  const html = await again.text();
  keep("start, changed", { ...seen.get("start")!, html, text: textOf(html) });
  let page = keep("section now", await send(seen.get("start")!));
  page = await send(page, { job: "part", field: "law" });
  page = keep("section, wrong", await send(page, { hours: "x", happy: "1", "since.year": "1" }));
  page = keep("section, more", await send(page, { hours: "1", "since.year": "" }));
  page = keep("section skills", await send(page, { why: hostile }));
  keep("skills, wrong", await send(page, { "able.write": "1", "able.count": "3", mail: "x" }));
  keep("section end", await open(`/s/${token}/at/end`));
  page = keep("review, wrong", await open(`/s/${token}/review`));
  keep("resume", await open(`/s/${token}`));
  keep("stopped", await open(`/s/${token}?stopped`));
  await send(await open(`/s/${token}/at/skills`), { mail: "a@b.cc" });
  page = keep("review", await send(await open(`/s/${token}/at/end`), { year: "2001" }));
  keep("thanks", await send(page));
  const gone = keep("withdraw", await open(`/s/${token}/withdraw?lang=${locale}`));
  await saveWave(visitor.db.write, fielded.wave.id, { closesAt: new Date(Date.now() - 1000) });
  keep("closed", await open(`/s/${await invited(fielded)}?lang=${locale}`));
  keep("withdrawn", await open(`${(await send(gone)).path}?lang=${locale}`));
  keep("unknown", await open("/s/none"));
  return seen;
}

/** The same with hostile words, and in a third language. */
function worded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(worded);
  if (typeof value !== "object" || value === null) return value;
  if (!("default" in value))
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, worded(inner)]));
  const words = value as Readonly<Record<string, string>>;
  const isHtml = words["default"]!.startsWith("<p>");
  const said = Object.entries(words).map(([locale, text]) => [
    locale,
    isHtml ? text : text + hostile,
  ]);
  return Object.fromEntries([...said, ["ar", isHtml ? "<p>كلمات</p>" : `كلمات ${hostile}`]]);
}
