/** The kernels of `analysis/kernel/wasm/` as WebAssembly, in a TypeScript file: the rings of numbers read no files. */
import { readFile } from "node:fs/promises";
import { main } from "assemblyscript/asc";

const folder = "analysis/kernel/wasm";

/** Where the compiled kernels are kept. */
export const modulePath = `${folder}/module.ts`;

/** The text of that file, as the sources and the pinned compiler make it. */
export async function compileKernels(): Promise<string> {
  const written = new Map<string, Uint8Array>();
  const { error, stderr } = await main(
    [`${folder}/index.as.ts`, "--outFile", "kernels.wasm", ...options],
    {
      readFile: (name) => readFile(name, "utf8").catch(() => null),
      writeFile: (name, contents) => {
        written.set(name, Buffer.from(contents));
      },
    },
  );
  const bytes = written.get("kernels.wasm");
  if (error !== null || bytes === undefined)
    throw new Error(`AssemblyScript did not compile the kernels: ${stderr.toString()}`);
  const base64 = Buffer.from(bytes).toString("base64");
  return `/** The kernels, compiled from the sources beside this file by \`npm run kernels\`. */\nexport const moduleBase64 =\n  "${base64}";\n`;
}

/** Vectors, but nothing that machines may round differently; no runtime, as nothing is allocated. */
const options = ["-O3", "--noAssert", "--runtime", "stub", "--enable", "simd"];
