/** The table of formats: the first that recognises a file reads it. To add one: a file beside this, and a line here. */
import type { Source, SourceColumn } from "../source.ts";
import { eventLog } from "./event-log.ts";
import type { Format } from "./format.ts";
import { nsse } from "./nsse.ts";
import { plain } from "./plain.ts";

export const formats: readonly Format[] = [nsse, eventLog, plain];

/** A file that says what its columns are need not be guessed at. */
export const recognise = (source: Source, idColumn?: SourceColumn): Format =>
  source.codebook === undefined
    ? (formats.find((format) => format.sniff(source, idColumn)) ?? plain)
    : plain;
