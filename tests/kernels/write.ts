/** `npm run kernels`: compiles the kernels and keeps them beside their sources. */
import { writeFile } from "node:fs/promises";
import { compileKernels, modulePath } from "./compile.ts";

await writeFile(modulePath, await compileKernels());
