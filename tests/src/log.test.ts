import { describe, expect, it } from "vitest";
import { createLog } from "../../src/log.ts";
import { Problem } from "../../src/problem.ts";

/** What the log writes, parsed. */
function logged(write: (log: ReturnType<typeof createLog>) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  write(createLog("info", { write: (line) => void lines.push(line) }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

const databaseError = (message: string): Error =>
  Object.assign(new Error(message), {
    name: "PostgresError",
    code: "23505",
    constraint_name: "datasets_same_name",
    detail: "Key (name)=(Jane Doe.csv) already exists.",
    parameters: ["Jane Doe.csv"],
  });

describe("the log", () => {
  it("is one JSON object a line, with level and time", () => {
    const [line] = logged((log) => log.info({ request: "r1", ms: 12 }, "answered"));
    expect(line).toMatchObject({ level: "info", request: "r1", ms: 12, msg: "answered" });
    expect(new Date(line!["time"] as string).getTime()).toBeGreaterThan(0);
  });

  it("leaves out what is below its level", () => {
    expect(logged((log) => log.debug("not this"))).toEqual([]);
  });

  it("carries the id of a request on every line of its child", () => {
    const lines = logged((log) => {
      const child = log.child({ request: "r2" });
      child.info("one");
      child.warn("two");
    });
    expect(lines).toMatchObject([{ request: "r2" }, { request: "r2" }]);
  });

  it("says where a mistake happened", () => {
    const [line] = logged((log) => log.error({ err: new RangeError("rank requires a seed") }));
    expect(line!["err"]).toMatchObject({ type: "RangeError", message: "rank requires a seed" });
    expect(JSON.stringify(line!["err"])).toContain("log.test.ts");
  });

  it.each([
    ["a refusal", new Problem("unreadable-file", "Jane Doe.csv, line 3: “Jane Doe” is no id.")],
    ["the database", databaseError('duplicate key, value "Jane Doe"')],
    ["a refusal with the database behind it", caused()],
    ["the JSON parser", parserError()],
    [
      "the file system",
      Object.assign(new Error("ENOENT: 'Jane Doe.csv'"), { path: "Jane Doe.csv" }),
    ],
  ])("does not repeat the data that %s quotes", (_, error) => {
    const text = JSON.stringify(logged((log) => log.error({ err: error }, "a request failed")));
    expect(text).not.toContain("Jane");
    expect(text).toContain('"type"');
  });

  it("keeps of a database error what helps to mend it", () => {
    const [line] = logged((log) => log.error({ err: databaseError("x") }));
    expect(line!["err"]).toMatchObject({ code: "23505", constraint: "datasets_same_name" });
  });

  it("blots out what should not have been logged", () => {
    const secrets = { password: "s3cret", config: { databaseUrl: "postgres://me:s3cret@db/a" } };
    const nested = { headers: { cookie: "s3cret", authorization: "s3cret" }, name: "s3cret" };
    const text = JSON.stringify(logged((log) => log.info({ ...secrets, ...nested })));
    expect(text).not.toContain("s3cret");
    expect(text).toContain("[redacted]");
  });
});

function caused(): Problem {
  const problem = new Problem("already-there", "Jane Doe.csv is there already.");
  problem.cause = databaseError("Jane Doe");
  return problem;
}

function parserError(): unknown {
  try {
    return JSON.parse("Jane Doe") as unknown;
  } catch (error) {
    return error;
  }
}
