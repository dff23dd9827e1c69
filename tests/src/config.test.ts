import { describe, expect, it } from "vitest";
import { readConfig } from "../../src/config.ts";
import { Problem } from "../../src/problem.ts";

const problemOf = (environment: Record<string, string>): Problem => {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error("was accepted");
};

describe("the settings", () => {
  it("have a default each", () => {
    expect(readConfig({})).toEqual({
      databaseUrl: undefined,
      dataFolder: "./data",
      port: 4080,
      host: "127.0.0.1",
      logLevel: "info",
      uploadLimit: 256_000_000,
      publicUrl: undefined,
      linkSecret: undefined,
    });
  });

  it("are read from the environment; empty means not set", () => {
    const environment = {
      DATABASE_URL: "postgres://me:secret@db.example.edu/alumni",
      DATA_FOLDER: "/srv/data",
      PORT: "0",
      HOST: "::1",
      LOG_LEVEL: "debug",
      UPLOAD_LIMIT_MB: " 40 ",
      PUBLIC_URL: "https://surveys.example.edu/",
      LINK_SECRET: "a secret of more than 32 characters",
      UNKNOWN: "ignored",
    };
    expect(readConfig(environment)).toEqual({
      databaseUrl: environment.DATABASE_URL,
      dataFolder: "/srv/data",
      port: 0,
      host: "::1",
      logLevel: "debug",
      uploadLimit: 40_000_000,
      publicUrl: "https://surveys.example.edu",
      linkSecret: environment.LINK_SECRET,
    });
    const empty = Object.fromEntries(Object.keys(environment).map((name) => [name, " "]));
    expect(readConfig(empty)).toEqual(readConfig({}));
  });

  it.each(["postgresql://localhost/a", "postgres:///a?host=/run/postgresql"])(
    "take the address %s",
    (DATABASE_URL) => {
      expect(readConfig({ DATABASE_URL }).databaseUrl).toBe(DATABASE_URL);
    },
  );

  it.each([
    ["PORT", "65536"],
    ["PORT", "-1"],
    ["PORT", "80.5"],
    ["PORT", "1e3"],
    ["PORT", "http"],
    ["LOG_LEVEL", "loud"],
    ["UPLOAD_LIMIT_MB", "0"],
    ["DATABASE_URL", "mysql://localhost/a"],
    ["DATABASE_URL", "alumni"],
    ["PUBLIC_URL", "surveys.example.edu"],
    ["PUBLIC_URL", "ftp://surveys.example.edu"],
    ["PUBLIC_URL", "https://example.edu/surveys"],
    ["PUBLIC_URL", "https://me:secret@example.edu"],
    ["LINK_SECRET", "too short"],
  ])("refuse %s=%s, and say what is allowed", (name, value) => {
    const problem = problemOf({ [name]: value });
    expect(problem.id).toBe("configuration");
    expect(problem.message).toMatch(new RegExp(`^${name} must be .+; it is .+\\.$`));
    expect(problem.next).toContain(name);
  });

  it.each(["0.0.0.0", "::", "192.168.1.2", "example.edu"])(
    "answer this machine only: not HOST=%s, until there are accounts",
    (HOST) => {
      expect(problemOf({ HOST }).message).toMatch(/accounts come later; it is/);
    },
  );

  it("name everything that is wrong at once", () => {
    const { message } = problemOf({ PORT: "x", HOST: "0.0.0.0", LOG_LEVEL: "info" });
    expect(message).toContain('PORT must be a whole number from 0 to 65535; it is "x".');
    expect(message).toContain("HOST must be");
    expect(message).not.toContain("LOG_LEVEL");
  });

  it("do not repeat a password", () => {
    const { message } = problemOf({ DATABASE_URL: "mysql://me:secret@localhost/alumni" });
    expect(message).not.toContain("secret");
    expect(message).toContain("34 characters that start with mysql:");
    const short = problemOf({ LINK_SECRET: "hunter2" }).message;
    expect(short).toContain("it is 7 characters long");
    expect(short).not.toContain("hunter2");
  });
});
