/** What holds for each page in each state, whatever it shows: walked from link to link in a study with hostile names. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { saveCodebook } from "../../../src/db/studies.ts";
import { campus, compute, planFields, takeInCampus } from "./campus-study.ts";
import { locationOf, openVisitor, textOf, type Visitor } from "./visitor.ts";

const hostile = `<script>alert("1")</script>'"><img src=x onerror=alert(2)>`;

describe("every page", () => {
  let visitor: Visitor;
  let writing = false;
  let written = 0;
  const pages = new Map<string, string>();
  beforeAll(async () => {
    visitor = await openVisitor({
      around: (db) => ({
        ...db,
        get write() {
          written += writing ? 1 : 0;
          return db.write;
        },
      }),
    });
    await fill(visitor, pages);
    writing = true;
    await walk(visitor, pages);
    writing = false;
  }, 240_000);
  afterAll(() => visitor.leave());

  const each = (check: (html: string, path: string) => void): void => {
    for (const [path, html] of pages) check(html, path);
  };

  test("was found", () => {
    const kinds = [
      "/files",
      "/data",
      "/data/variable",
      "/plan",
      "/findings",
      "/matrix",
      "/pair",
      "/download",
      "/api",
      "/files/preview",
      "/surveys",
      "/publish",
      "/paths",
      "/waves/new",
      "/version",
    ];
    for (const kind of kinds)
      expect(
        [...pages.keys()].some((path) => path.split("?")[0]!.endsWith(kind)),
        kind,
      ).toBe(true);
    expect(pages.size).toBeGreaterThan(25);
  });

  test("changes nothing by being looked at", () => {
    expect(written).toBe(0);
  });

  test("holds no inline script, style or handler", () => {
    each((html, path) => {
      const tags = html.replace(/="[^"]*"/g, "=");
      expect(tags, path).not.toMatch(/<style|<[^>]*\sstyle=|<[^>]*\son[a-z]+=/i);
      expect(html, path).not.toContain("javascript:");
      for (const [script] of html.matchAll(/<script[\s\S]*?<\/script>/g))
        expect(script, path).toMatch(/^<script type="module" src="\/assets\/[^"]+"><\/script>$/);
      expect(html, path).not.toContain("<img");
    });
  });

  test("loads nothing from elsewhere", () => {
    each((html, path) => {
      const links = [...html.matchAll(/(?:src|href|action)="([^"]*)"/g)].map(([, to]) => to!);
      for (const to of links) expect(to, path).toMatch(/^(?:\/(?!\/)|#|\?)/);
    });
  });

  test("has one first heading, and headings in order", () => {
    each((html, path) => {
      const levels = [...html.matchAll(/<h([1-6])[\s>]/g)].map(([, level]) => Number(level));
      expect(
        levels.filter((level) => level === 1),
        path,
      ).toHaveLength(1);
      for (const [i, level] of levels.entries())
        expect(level, `${path}: ${levels.join(" ")}`).toBeLessThanOrEqual((levels[i - 1] ?? 0) + 1);
    });
  });

  test("has a title, a language, a main part and a way past the head", () => {
    each((html, path) => {
      expect(html, path).toMatch(/^<!doctype html><html lang="en">/);
      expect(html, path).toMatch(/<title>[^<]+ · Throughline<\/title>/);
      expect(html, path).toContain('<a class="skip" href="#main">');
      expect(html, path).toContain('<main id="main"');
    });
  });

  test("has no two elements of one id, and points at ids that are there", () => {
    each((html, path) => {
      const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id!);
      expect(
        ids.filter((id, i) => ids.indexOf(id) !== i),
        path,
      ).toEqual([]);
      const pointers = html.matchAll(/\s(?:for|aria-describedby|aria-labelledby)="([^"]*)"/g);
      for (const [, value] of pointers)
        for (const id of value!.split(" ")) expect(ids, path).toContain(id);
    });
  });

  test("names every field", () => {
    each((html, path) => {
      const labelled = new Set([...html.matchAll(/<label for="([^"]*)"/g)].map(([, id]) => id!));
      const inLabels = [...html.matchAll(/<label[^>]*>([\s\S]*?)<\/label>/g)].map(
        ([, inner]) => inner!,
      );
      for (const [tag] of html.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)) {
        if (tag.includes('type="hidden"')) continue;
        const id = / id="([^"]*)"/.exec(tag)?.[1];
        const named =
          tag.includes("aria-label=") ||
          (id !== undefined && labelled.has(id)) ||
          inLabels.some((inner) => inner.includes(tag));
        expect(named, `${path}: ${tag}`).toBe(true);
      }
    });
  });

  test("gives every table a caption and heads with a scope", () => {
    each((html, path) => {
      for (const [table] of html.matchAll(/<table[\s\S]*?<\/table>/g)) {
        expect(table, path).toMatch(/<caption[^>]*>[^<]/);
        for (const [head] of table.matchAll(/<th\b[^>]*>/g)) expect(head, path).toContain("scope=");
      }
    });
  });

  test("speaks of associations and of nothing more", () => {
    const banned =
      /\b(?:impact(?!\s*practice)\w*|drivers?|leads? to|leading to|caus(?:e|es|ed|ing|al)|results? in)\b|(?<!design )\beffects?\b/i;
    each((html, path) => {
      expect(
        banned.exec(textOf(html).replace(/high-impact practices?/gi, ""))?.[0],
        path,
      ).toBeUndefined();
    });
  });
});

type Keep = (name: string, answer: Promise<Response>) => Promise<void>;

/** A study with hostile names and every kind of state; pages that forms lead to are kept. */
async function fill(visitor: Visitor, pages: Map<string, string>): Promise<void> {
  const keep: Keep = async (name, answered) => {
    const answer = await answered;
    if (answer.headers.get("content-type")?.startsWith("text/html"))
      pages.set(name, await answer.text());
  };
  await keep("/ (welcome)", visitor.ask("/"));
  await keep("/ (no name)", visitor.send("/", { title: "" }));
  const study = await takeInCampus(visitor);
  const id = study.split("/").at(-1)!;
  const variables = ["career_satisfaction", "SF", "firstgen"].map((each, i) => ({
    id: each,
    label: `${hostile} ${i}`,
  }));
  await saveCodebook(visitor.db.write, id, { variables });
  await keep("plan (no outcome)", visitor.send(`${study}/plan`, planFields().slice(4)));
  await keep(
    "plan (no number)",
    visitor.send(`${study}/plan`, planFields({ seed: "x", confidence: "" })),
  );
  await keep(
    "plan (no such evidence)",
    visitor.send(`${study}/plan`, planFields({ learningOutcomes: `${hostile}: nothing` })),
  );
  locationOf(
    await visitor.send(
      `${study}/plan`,
      planFields({ learningOutcomes: `${hostile}: SF, intern_done` }),
    ),
  );
  await compute(visitor, study);
  await keep(
    "variable (refused)",
    visitor.send(`${study}/data/variable?id=career_satisfaction`, [
      ["label", ""],
      ["level", "ordinal"],
      ["cell", "1"],
      ["means", "answer"],
      ["code", "one"],
      ["text", hostile],
    ]),
  );
  await keep(
    "codebook (refused)",
    visitor.upload(`${study}/data/codebook`, [{ name: `${hostile}.json`, text: "{" }], "codebook"),
  );
  await keep(
    "files (refused)",
    visitor.upload(`${study}/files`, [{ name: `${hostile}.csv`, text: "a,b\n1\n" }]),
  );
  await keep("files (again)", visitor.upload(`${study}/files`, [campus.files[0]!]));
  const cancelled = await cancelledScreening(visitor, study, keep);
  await keep("screening (cancelled)", visitor.ask(cancelled));
  const other = locationOf(await visitor.send("/", { title: hostile }));
  await visitor.upload(other, [
    { name: "a.csv", text: `id,"${hostile.replaceAll('"', '""')}"\n1,2\n2,3\n` },
  ]);
  await fillSurveys(visitor, keep);
  await keep("/nowhere", visitor.ask("/nowhere"));
  await keep("/studies/none", visitor.ask("/studies/none"));
  await keep(
    "foreign",
    visitor.ask("/", { method: "POST", headers: { origin: "https://x.example" } }),
  );
}

/** An instrument and waves with hostile names, and what is refused of them. */
async function fillSurveys(visitor: Visitor, keep: Keep): Promise<void> {
  await keep("/surveys (none)", visitor.ask("/surveys"));
  await keep("/surveys (no file)", visitor.upload("/surveys/import", [], "file"));
  const survey = { title: hostile, pages: [{ name: "first", elements: [hostileQuestion] }] };
  const file = { name: `${hostile}.json`, text: JSON.stringify(survey) };
  await keep("/surveys/import", visitor.upload("/surveys/import", [file], "file"));
  const documents = { definition: file.text, codebook: JSON.stringify(hostileCodebook) };
  await keep("/surveys/new (no name)", visitor.send("/surveys/new", documents));
  const made = await visitor.send("/surveys/new", { ...documents, title: hostile });
  const instrument = locationOf(made);
  await keep(
    "instrument (refused)",
    visitor.send(instrument, { definition: hostile, codebook: "{" }),
  );
  await keep("paths", visitor.ask(`${instrument}/paths?q=${encodeURIComponent(hostile)}`));
  const draft = /name="draft" value="([^"]+)"/.exec(await visitor.see(instrument))![1]!;
  await keep("publish (another draft)", visitor.send(`${instrument}/publish`, { draft: "x" }));
  locationOf(await visitor.send(`${instrument}/publish`, { draft }));
  const id = instrument.split("/").at(-1)!;
  await keep(
    "/waves/new (refused)",
    visitor.send("/waves/new", { instrument: id, opens: hostile }),
  );
  for (const who of ["named", "anonymous"]) {
    const times = { opens: "2026-01-01T09:00", closes: "", grace: "7" };
    const fields = { instrument: id, title: `${hostile} ${who}`, who, openLink: "yes", ...times };
    const wave = locationOf(await visitor.send("/waves/new", fields));
    const people = { name: `${hostile}.csv`, text: `id,"${hostile.replaceAll('"', '""')}"\n1,a\n` };
    await visitor.upload(`${wave}/roster`, [people], "roster");
    await keep(`${who}, again`, visitor.upload(`${wave}/roster`, [people], "roster"));
    await keep(`${who}, no id`, visitor.upload(`${wave}/roster`, [{ ...people, text: "id\n\n" }]));
    await keep(`${who}, links`, visitor.send(`${wave}/links`, {}));
    await keep(`${who}, no time`, visitor.send(wave, { ...times, title: hostile, opens: "" }));
    await keep(`${who}, no study`, visitor.send(`${wave}/snapshots`, { study: "none" }));
  }
  const choice = { choice: "begin" };
  locationOf(await visitor.send(instrument, choice));
  const changed = {
    ...survey,
    pages: [{ name: "first", elements: [{ ...hostileQuestion, name: "b" }] }],
  };
  const [now] = /(?<=name="draft" value=")[^"]+/.exec(await visitor.see(instrument))!;
  const items = { b: hostileCodebook.items.a };
  const next = { title: hostile, definition: JSON.stringify(changed), draft: now };
  const codebook = JSON.stringify({ ...hostileCodebook, items });
  locationOf(await visitor.send(instrument, { ...next, codebook }));
  const [sha] = /(?<=name="draft" value=")[^"]+/.exec(await visitor.see(instrument))!;
  await keep("publish (breaking)", visitor.send(`${instrument}/publish`, { draft: sha }));
  locationOf(await visitor.send(`${instrument}/publish`, { draft: sha, breaking: "yes" }));
  locationOf(await visitor.send(instrument, choice));
}

const hostileQuestion = {
  type: "radiogroup",
  name: "a",
  title: hostile,
  visibleIf: "1 = 2",
  choices: [{ value: "x", text: hostile }, "y"],
};
const hostileCodebook = {
  consent: { version: "1", text: hostile },
  items: { a: { label: hostile } },
  scales: [],
};

async function cancelledScreening(visitor: Visitor, study: string, keep: Keep): Promise<string> {
  const long = { replicates: "100000", learningOutcomes: "" };
  locationOf(await visitor.send(`${study}/plan`, planFields(long)));
  const screening = locationOf(await visitor.send(`${study}/screenings`, {}));
  await keep("screening (under way)", visitor.ask(screening));
  locationOf(await visitor.send(screening, {}));
  return screening;
}

/** Every page that a link of a page leads to. */
async function walk(visitor: Visitor, pages: Map<string, string>): Promise<void> {
  const waiting = ["/", "/api"];
  const seen = new Set<string>(waiting);
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const answer = await visitor.ask(path);
    const next = answer.status === 303 ? [locationOf(answer)] : await linksIn(answer, path, pages);
    for (const to of next) {
      if (seen.has(to) || isAlike(to, seen)) continue;
      seen.add(to);
      waiting.push(to);
    }
  }
}

async function linksIn(
  answer: Response,
  path: string,
  pages: Map<string, string>,
): Promise<string[]> {
  expect(answer.status, path).toBeLessThan(500);
  if (!answer.headers.get("content-type")?.startsWith("text/html")) return [];
  if (answer.headers.get("content-disposition") !== null) return [];
  const html = await answer.text();
  // Respondents' pages, which a preview shows, have a frame of their own and their own test.
  if (/^\/surveys\/[^/]+\/preview\//.test(path)) return [];
  pages.set(path, html);
  const [here] = path.split("?");
  return [...html.matchAll(/<a [^>]*?href="([^"#]+)[^"]*"/g)]
    .map(([, to]) =>
      to!.replaceAll("&amp;", "&").replaceAll("&#39;", "'").replaceAll("&quot;", '"'),
    )
    .map((to) => (to.startsWith("?") ? `${here}${to}` : to));
}

/** Of a hundred pages of variables or sorted tables, a few will do. */
function isAlike(path: string, seen: ReadonlySet<string>): boolean {
  const [kind, query] = path.split("?");
  if (query === undefined) return false;
  return [...seen].filter((each) => each.startsWith(`${kind}?`)).length >= 6;
}
