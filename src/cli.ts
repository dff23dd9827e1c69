#!/usr/bin/env node
/** The command line: one command a file, and every refusal said in words. */
import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { demo } from "./cli/demo.ts";
import { exportResponses } from "./cli/export.ts";
import { rank } from "./cli/rank.ts";
import { refusal } from "./cli/refusal.ts";
import type { Command } from "./cli/command.ts";
import { engine } from "./studies/engine.ts";
import { Problem } from "./problem.ts";

/** Runs one command; the number is the exit code: 0 done, 1 a problem with the input, 2 usage. */
export async function run(words: readonly string[]): Promise<number> {
  const [name, ...rest] = words;
  try {
    if (name === undefined || name === "help" || name === "--help" || name === "-h")
      return show(overview());
    if (name === "--version") return show(engine);
    const command = commands.find((candidate) => candidate.name === name);
    if (command === undefined)
      throw new Problem("usage", `There is no command "${name}".`, {
        next: `The commands are: ${commands.map((each) => each.name).join(", ")}.`,
      });
    if (rest.includes("--help") || rest.includes("-h")) return show(command.help);
    await command.run(rest);
    return 0;
  } catch (fault) {
    if (!(fault instanceof Problem)) throw fault;
    process.stderr.write(`${refusal(fault)}\n`);
    return fault.exit;
  }
}

function show(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

function overview(): string {
  const lines = commands.map(({ name, purpose }) => `  ${name.padEnd(8)} ${purpose}`);
  return `Throughline: which student experiences go with good lives after graduation.\n\n${lines.join("\n")}\n\nMore: throughline COMMAND --help`;
}

const commands: readonly Command[] = [rank, exportResponses, demo];

if (process.argv[1] !== undefined && isThisFile(process.argv[1]))
  process.exitCode = await run(process.argv.slice(2));

/** True when started directly, also through a link in node_modules/.bin. */
function isThisFile(started: string): boolean {
  return fileURLToPath(import.meta.url) === realpathSync(started);
}
