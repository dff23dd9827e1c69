/** Reads the file it is given, or none, and tells the peak memory of its process in bytes. */
import { readSourceFile } from "../../src/intake/read.ts";
import { peakBytes } from "./peak-memory.ts";

const [file] = process.argv.slice(2);
if (file !== undefined) await readSourceFile(file);
process.stdout.write(String(peakBytes()));
