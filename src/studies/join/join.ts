/**
 * One row per person over all files. " 7", "07" and "7" are three people; where that costs matches between files, the
 * files are refused, because nobody means it.
 */
import type { Placing } from "../variables/encode.ts";
import { refuseDuplicates, refuseEmpty, refuseNearMisses, refuseStranger } from "./refusals.ts";
import { isIn, peopleOf, place, type JoinFile, type Placed } from "./placed.ts";
import type { JoinReport } from "../study.ts";

export interface Joined {
  /** As in the files, in order of first appearance; numbers of the rows where the file has no id. */
  readonly ids: readonly string[];
  /** By file. */
  readonly placings: readonly Placing[];
  readonly report: JoinReport;
}

export function join(files: readonly JoinFile[]): Joined {
  const [only] = files;
  if (files.length === 1 && only!.idColumn === undefined) return unjoined(only!);
  for (const file of files) refuseEmpty(file);
  const { ids, placed } = place(files);
  for (const file of placed) refuseDuplicates(file);
  if (placed.length > 1) {
    refuseNearMisses(placed, ids);
    for (const file of placed) refuseStranger(file, placed);
  }
  const people = ids.length;
  return {
    ids,
    placings: placed.map(({ personOf }) => ({ people, personOf: inOrder(personOf, people) })),
    report: reportOf(placed, people),
  };
}

function unjoined({ source, format }: JoinFile): Joined {
  const { name, rows } = source;
  return {
    ids: Array.from({ length: rows }, (_, row) => String(row + 1)),
    placings: [{ people: rows, personOf: null }],
    report: {
      people: rows,
      inAll: rows,
      files: [{ name, format, rows, people: rows, unmatched: 0 }],
    },
  };
}

function reportOf(placed: readonly Placed[], people: number): JoinReport {
  const everyone = Array.from({ length: people }, (_, person) => person);
  return {
    people,
    inAll: everyone.filter((person) => placed.every(({ firstRow }) => firstRow[person] !== -1))
      .length,
    files: placed.map((file) => {
      const own = peopleOf(file);
      const others = placed.filter((other) => other !== file);
      return {
        name: file.source.name,
        format: file.format,
        rows: file.source.rows,
        people: own.length,
        unmatched: others.length === 0 ? 0 : own.filter((person) => !isIn(person, others)).length,
      };
    }),
  };
}

/** Null where every person has the row of the same number: then nothing need be looked up. */
const inOrder = (personOf: Int32Array, people: number): Int32Array | null =>
  personOf.length === people && personOf.every((person, row) => person === row) ? null : personOf;
