/** The service as a person starts it: a process of its own, a free port, an empty data folder. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Server {
  /** Without a slash at the end. */
  readonly url: string;
  /** Milliseconds from start to the ready line. */
  readonly readyAfter: number;
  /** All it printed so far. */
  output(): string;
  /** SIGTERM; the exit code, once it has ended. Its data folder is removed. */
  stop(): Promise<number | null>;
  /** SIGKILL: it has no time to end anything. */
  kill(): Promise<void>;
}

const program = "dist/src/main.js";

export async function startServer(env: Readonly<Record<string, string>> = {}): Promise<Server> {
  if (!existsSync(program)) throw new Error(`${program} is missing: npm run build makes it`);
  const folder = await mkdtemp(join(tmpdir(), "throughline-"));
  const from = performance.now();
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, NODE_OPTIONS: "", PORT: "0", DATA_FOLDER: folder, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  let output = "";
  const ready = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
        const address = /http:\/\/[\w.[\]:-]+:[1-9]\d*/.exec(output)?.[0];
        if (address !== undefined) resolve(address);
      });
  });
  const url = await Promise.race([
    ready,
    ended.then((code) => Promise.reject(new Error(`ended with ${code} before ready:\n${output}`))),
  ]);
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    const code = await ended;
    await rm(folder, { recursive: true, force: true });
    return code;
  };
  return {
    url,
    readyAfter: performance.now() - from,
    output: () => output,
    stop: () => end("SIGTERM"),
    kill: async () => void (await end("SIGKILL")),
  };
}
