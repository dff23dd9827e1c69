import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer, connect as connectSocket } from "node:net";
import { getPriority, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databases, type Place } from "../support/database.ts";

const program = fileURLToPath(new URL("../../dist/src/main.js", import.meta.url));

interface Started {
  readonly pid: number;
  readonly ended: Promise<{ code: number | string | null; stdout: string; stderr: string }>;
  readonly ready: Promise<string>;
  signal(name: NodeJS.Signals): void;
}

function start(environment: Readonly<Record<string, string>>): Started {
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env["PATH"], PORT: "0", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { stdout: "", stderr: "" };
  const address = new Promise<string>((resolve) => {
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      said.stdout += text;
      const found = /ready: (http:\S+)/.exec(said.stdout)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said.stderr += text));
  const ended = new Promise<{ code: number | string | null; stdout: string; stderr: string }>(
    (resolve) => child.once("close", (code, signal) => resolve({ code: code ?? signal, ...said })),
  );
  const early = ended.then(({ code, stderr }): never => {
    throw new Error(`ended with ${code} before it was ready:\n${stderr}`);
  });
  // Those that are to end are not waited for.
  const ready = Promise.race([address, early]);
  ready.catch(() => undefined);
  return { pid: child.pid!, ended, ready, signal: (name) => child.kill(name) };
}

/** Threads have names since Node 23. */
const canSeeThreads =
  process.platform === "linux" && Number(process.versions.node.split(".")[0]) > 22;

describe("the service", () => {
  let home: Place;
  beforeAll(async () => {
    home = await databases[0]!.place();
  });
  afterAll(() => home.remove());
  const inFolder = () => ({ DATA_FOLDER: home.config.dataFolder });

  it("prints one line with its address, answers, and stops cleanly on a signal", async () => {
    const service = start(inFolder());
    const address = await service.ready;
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    service.signal("SIGTERM");
    const { code, stdout, stderr } = await service.ended;
    expect(code).toBe(0);
    expect(stdout).toBe(`Throughline is ready: ${address}\n`);
    for (const line of stderr.trim().split("\n")) expect(JSON.parse(line)).toHaveProperty("level");
    expect(readdirSync(home.config.dataFolder)).toEqual(["database"]);
  });

  it.runIf(canSeeThreads)("keeps V8's helpers behind the thread that answers", async () => {
    const service = start(inFolder());
    await service.ready;
    const threads = `/proc/${service.pid}/task`;
    const helpers = readdirSync(threads).filter((id) =>
      readFileSync(`${threads}/${id}/comm`, "utf8").startsWith("V8Worker"),
    );
    expect(helpers).not.toEqual([]);
    for (const id of helpers) expect(getPriority(Number(id))).toBeGreaterThanOrEqual(10);
    expect(getPriority(service.pid)).toBe(getPriority());
    service.signal("SIGTERM");
    await service.ended;
  });

  it("is not kept from stopping by a connection that waits", async () => {
    const service = start({ ...inFolder(), LOG_LEVEL: "silent" });
    const { port } = new URL(await service.ready);
    const socket = connectSocket(Number(port), "127.0.0.1");
    socket.write("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: keep-alive\r\n\r\n");
    await new Promise((resolve) => socket.once("data", resolve));
    const began = performance.now();
    service.signal("SIGINT");
    expect((await service.ended).code).toBe(0);
    expect(performance.now() - began).toBeLessThan(5000);
    socket.destroy();
  });

  it("refuses wrong settings in two lines", async () => {
    const { code, stdout, stderr } = await start({ PORT: "http", HOST: "0.0.0.0" }).ended;
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    const lines = stderr.trimEnd().split("\n");
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^The settings are not valid: PORT must be .* HOST must be /);
  });

  it("refuses a folder that another holds in two lines, and a port that is taken", async () => {
    const first = start({ ...inFolder(), LOG_LEVEL: "silent" });
    await first.ready;
    const second = await start(inFolder()).ended;
    expect(second.code).toBe(1);
    expect(second.stderr.trimEnd().split("\n")).toEqual([
      expect.stringMatching(
        new RegExp(`^The embedded database is in use: .* by process ${first.pid}\\.$`),
      ),
      expect.stringContaining("DATA_FOLDER"),
    ]);
    first.signal("SIGTERM");
    await first.ended;

    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
    const port = String((taken.address() as { port: number }).port);
    const third = await start({ ...inFolder(), PORT: port }).ended;
    expect(third.code).toBe(2);
    expect(third.stderr).toContain(`PORT ${port} cannot be used (EADDRINUSE).`);
    expect(readdirSync(home.config.dataFolder)).toEqual(["database"]);
    taken.close();
  });

  it("starts in an empty folder", async () => {
    const folder = mkdtempSync(join(tmpdir(), "throughline-first-"));
    const service = start({ DATA_FOLDER: join(folder, "new"), LOG_LEVEL: "silent" });
    await service.ready;
    service.signal("SIGTERM");
    expect((await service.ended).code).toBe(0);
    rmSync(folder, { recursive: true, force: true });
  });
});
