import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { linkSecretOf } from "../../../src/fielding/link-secret.ts";

describe("the secret of the links", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "link-secret-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("is the one that is set", () => {
    expect(linkSecretOf({ linkSecret: "set", dataFolder: folder })).toBe("set");
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is made at the first need, for nobody else to read, and stays", () => {
    const dataFolder = join(folder, "new");
    const secret = linkSecretOf({ linkSecret: undefined, dataFolder });
    expect(Buffer.from(secret, "base64url")).toHaveLength(32);
    expect(linkSecretOf({ linkSecret: undefined, dataFolder })).toBe(secret);
    expect(readdirSync(dataFolder)).toEqual(["link-secret"]);
    expect(statSync(join(dataFolder, "link-secret")).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(dataFolder, "link-secret"), "utf8")).toBe(`${secret}\n`);
  });

  it("is one, when several processes need it first", async () => {
    const program = `
      import { linkSecretOf } from ${JSON.stringify(new URL("../../../src/fielding/link-secret.ts", import.meta.url).href)};
      process.stdout.write(linkSecretOf({ linkSecret: undefined, dataFolder: ${JSON.stringify(folder)} }));`;
    const run = promisify(execFile);
    const said = await Promise.all(
      Array.from({ length: 4 }, () =>
        run(process.execPath, ["--conditions=source", "--input-type=module", "-e", program]),
      ),
    );
    expect(new Set(said.map(({ stdout }) => stdout)).size).toBe(1);
    expect(said[0]!.stdout).toHaveLength(43);
    expect(readdirSync(folder)).toEqual(["link-secret"]);
  });

  it("says what to do where it cannot be kept", () => {
    writeFileSync(join(folder, "file"), "");
    const dataFolder = join(folder, "file", "data");
    expect(() => linkSecretOf({ linkSecret: undefined, dataFolder })).toThrow(
      expect.objectContaining({
        id: "configuration",
        next: expect.stringContaining("LINK_SECRET"),
      }),
    );
  });
});
