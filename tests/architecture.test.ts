import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const rings = ["analysis", "surveys", "src", "migrations"];
const code = rings.flatMap((ring) =>
  readdirSync(ring, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => `${ring}/${path}`),
);
const matches = (paths: readonly string[], pattern: RegExp): string[] =>
  paths.flatMap((path) =>
    readFileSync(path, "utf8")
      .split("\n")
      .flatMap((line, i) => (pattern.test(line) ? [`${path}:${i + 1} ${line.trim()}`] : [])),
  );

test("the pure rings know neither chance nor the clock", () => {
  const pure = code.filter((path) => /^(analysis|surveys)\//.test(path));
  expect(pure.length).toBeGreaterThan(10);
  expect(matches(pure, /Math\.random|Date\.now|new Date\b/)).toEqual([]);
});

test("the rings are entered by their doors only", () => {
  const ring = (path: string) => path.split("/")[0]!;
  const strays = code.flatMap((path) =>
    [...readFileSync(path, "utf8").matchAll(/from "(\.[^"]+)"/g)]
      .map(([, target]) => join(dirname(path), target!))
      .filter((target) => ring(target) !== ring(path) && /^(analysis|surveys)\//.test(target))
      .map((target) => `${path} ${target}`),
  );
  expect(strays).toEqual([]);
});

test("no file of code grows beyond 300 lines", () => {
  const long = code.filter((path) => readFileSync(path, "utf8").split("\n").length > 301);
  expect(long).toEqual([]);
});

test("folders say what they hold", () => {
  expect(
    code.filter((path) =>
      /(^|\/)(utils?|helpers?|common|misc|manager|service)(\/|\.tsx?$)/.test(path),
    ),
  ).toEqual([]);
});

test("no causal word stands in code that speaks to people", () => {
  const causal =
    /\b(impacts?|drivers?|leads to|causes|caused by|because of)\b|(?<!design )\beffects?\b/i;
  const speaking = code.filter((path) =>
    /^(analysis\/sentence|src\/(web|reports|charts|cli|fielding))/.test(path),
  );
  expect(matches(speaking, causal)).toEqual([]);
});

test("nothing escapes the type checker", () => {
  expect(
    matches(code, /@ts-(ignore|nocheck|expect-error)|as unknown as|: any(\[\]|[;,)=]|$)|<any>/),
  ).toEqual([]);
});
