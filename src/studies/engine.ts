import { createRequire } from "node:module";
import { z } from "zod";

const about = z
  .object({ name: z.string(), version: z.string() })
  .parse(createRequire(import.meta.url)("#package"));

/** Name and version of the program: part of every result. */
export const engine = `${about.name} ${about.version}`;
