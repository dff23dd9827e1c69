import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { locationOf, openVisitor, textOf, type SentFile, type Visitor } from "./visitor.ts";

const good: SentFile = { name: "alumni.csv", text: "id,pay,happy\n1,10,3\n2,20,4\n3,15,5\n" };
const limit = 200_000;

describe("files that come in", () => {
  let visitor: Visitor;
  let files: string;
  beforeAll(async () => {
    visitor = await openVisitor({ config: { uploadLimit: limit } });
  });
  afterAll(() => visitor.leave());
  beforeEach(async () => {
    files = locationOf(await visitor.send("/", { title: "Uploads" }));
  });

  const upload = (...sent: SentFile[]) => visitor.upload(files, sent);
  const left = (): string[] => {
    const folder = join(visitor.config.dataFolder, "uploads");
    return existsSync(folder) ? readdirSync(folder) : [];
  };
  const waiting = async (): Promise<boolean> =>
    (await visitor.ask(`${files}/preview`)).status === 200;

  test("a file that cannot be read is refused by line and column, the others wait for a yes", async () => {
    const ragged = { name: "ragged.csv", text: "id,a,b\n1,2,3\n2,3\n3,4,5,6\n" };
    const answer = await upload(ragged, good);
    expect(answer.status).toBe(422);
    const page = textOf(await answer.text());
    expect(page).toContain("ragged.csv: the file cannot be read");
    expect(page).toMatch(/Error ragged\.csv 3 /);
    expect(page).toMatch(/alumni\.csv waits for you to look/);
    expect(await waiting()).toBe(true);
    expect(left()).toEqual([]);
  });

  test("discarding leaves nothing behind", async () => {
    const preview = locationOf(await upload(good));
    expect(locationOf(await visitor.send(preview, { choice: "discard" }))).toBe(files);
    expect(await waiting()).toBe(false);
    expect(textOf(await visitor.see(files))).not.toContain("alumni.csv");
  });

  test("a form without a file says so", async () => {
    const answer = await visitor.upload(files, [{ name: "", text: "" }]);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("No file was chosen");
  });

  test("an empty file is refused as one", async () => {
    const answer = await upload({ name: "empty.csv", text: "" });
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toContain("empty.csv: the file cannot be read");
  });

  test("a file above the limit is refused on the way", async () => {
    const rows = "1,2,3\n".repeat(limit / 6 + 10);
    const answer = await upload({ name: "large.csv", text: `id,a,b\n${rows}` });
    expect(answer.status).toBe(413);
    expect(left()).toEqual([]);
    expect(await waiting()).toBe(false);
  });

  test("a body that does not say its length is refused at the limit, not at its end", async () => {
    let sent = 0;
    const piece = new TextEncoder().encode("1,2,3\n".repeat(2000));
    const boundary = "x".repeat(20);
    const endless = new ReadableStream<Uint8Array>({
      start(controller) {
        const head = `--${boundary}\r\ncontent-disposition: form-data; name="files"; filename="a.csv"\r\n\r\n`;
        controller.enqueue(new TextEncoder().encode(head));
      },
      pull(controller) {
        sent += piece.byteLength;
        controller.enqueue(piece);
      },
    });
    const answer = await visitor.ask(files, {
      method: "POST",
      headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
      body: endless,
      duplex: "half",
    });
    expect(answer.status).toBe(413);
    expect(sent).toBeLessThan(limit + 2_000_000);
    expect(left()).toEqual([]);
  });

  test("more files than a form may have are refused, and none is kept", async () => {
    const many = Array.from({ length: 21 }, (_, i) => ({ ...good, name: `${i}.csv` }));
    const answer = await upload(...many);
    expect(answer.status).toBe(413);
    expect(await waiting()).toBe(false);
    expect(left()).toEqual([]);
  });

  test.for([
    ["not a form", "text/plain", "id\n1\n"],
    ["a form without a boundary", "multipart/form-data", "id\n1\n"],
    ["a form that breaks off", 'multipart/form-data; boundary="y"', "--y\r\ncontent-dis"],
    ["a head without an end", 'multipart/form-data; boundary="y"', `--y\r\n${"a".repeat(90_000)}`],
  ] as const)("%s is refused as a request", async ([, type, body]) => {
    const answer = await visitor.ask(files, {
      method: "POST",
      headers: { "content-type": type },
      body,
    });
    expect(answer.status).toBe(400);
    expect(left()).toEqual([]);
  });

  test.for([
    ["../../etc/passwd.csv", "passwd.csv"],
    ["C:\\Users\\me\\survey.csv", "survey.csv"],
    ["a\u202evsc.csv", "avsc.csv"],
    [`${"long".repeat(60)}.csv`, /^.{84}….{11}\.csv$/u],
    ["<script>alert(1)</script>.csv", "script.csv"],
    ["...", "file.csv"],
  ] as const)("the name %s is made harmless", async ([name, shown]) => {
    const preview = locationOf(await upload({ ...good, name }));
    await visitor.see(preview);
    locationOf(await visitor.send(preview, { choice: "confirm" }));
    const page = await visitor.see(files);
    const [, kept] = /<th scope="row">([^<]*)<\/th>/.exec(page)!;
    expect(kept).toEqual(typeof shown === "string" ? shown : expect.stringMatching(shown));
  });

  test("what a file holds is shown, never run", async () => {
    const hostile = '<img src=x onerror=alert(1)>,"</td><script>alert(2)</script>",{{7*7}}';
    const text = `id,"<b>pay</b>",a,b\n1,${hostile}\n2,=cmd|' /C calc'!A1,x,y\n3,x,y,z\n`;
    const preview = locationOf(await upload({ name: "hostile.csv", text }));
    const page = await visitor.see(preview);
    expect(page).toContain("&lt;img src=x onerror=alert(1)&gt;");
    expect(page).toContain("&lt;b&gt;pay&lt;/b&gt;");
    expect(page).not.toMatch(/<img|<b>pay|<script(?! type="module" src="\/assets\/)/);
  });

  test("files that cannot be joined cannot be confirmed", async () => {
    const other = { name: "other.csv", text: "nobody,knows\nx1,y\nx2,z\nx3,y\n" };
    const preview = locationOf(await upload(good, other));
    const seen = await visitor.ask(preview);
    expect(seen.status).toBe(422);
    expect(await seen.text()).not.toContain('value="confirm"');
    expect((await visitor.send(preview, { choice: "confirm" })).status).toBe(422);
    expect(await waiting()).toBe(false);
    expect(locationOf(await visitor.ask(files.replace(/files$/, "data")))).toBe(files);
  });

  test("the column that names the person can be chosen", async () => {
    const second = { name: "second.csv", text: "id,code,hours\n9,1,3\n8,2,4\n7,3,2\n" };
    const first = { name: "first.csv", text: "id,code,pay\n1,1,3\n2,2,4\n3,3,5\n" };
    const preview = locationOf(await upload(first, second));
    locationOf(await visitor.send(preview, { choice: "id", id: "code" }));
    const page = textOf(await visitor.see(preview));
    expect(page).toContain("3 people altogether; 3 of them (100 %) are in every file");
  });
});

describe("files that nobody said yes to", () => {
  test("are gone when the program starts again", async () => {
    const first = await openVisitor();
    const files = locationOf(await first.send("/", { title: "Left" }));
    locationOf(await first.upload(files, [good]));
    const second = await openVisitor({ around: () => first.db });
    const page = textOf(await second.see(files));
    expect(page).not.toContain("alumni.csv");
    await second.leave();
    await first.leave();
  });
});
