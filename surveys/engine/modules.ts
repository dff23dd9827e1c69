/** Planned missing: everybody gets the core, and each person some of the modules. */
import type { Modules } from "../instrument/codebook.ts";
import type { Instrument } from "../instrument/instrument.ts";
import { chanceOf, shuffled } from "./order.ts";

/** Modules of one person, by their ids: as many as are given out, each module equally likely. */
export function drawModules(modules: Modules | undefined, seed: number): ReadonlySet<string> {
  if (modules === undefined) return new Set();
  const ids = modules.of.map(({ id }) => id);
  return new Set(shuffled(ids, chanceOf("modules of a person", seed)).slice(0, modules.each));
}

/** Whether a section is for a person: it belongs to no module, or to one that the person was given. */
export function isDrawn(
  { codebook }: Instrument,
  section: string,
  drawn: ReadonlySet<string>,
): boolean {
  const { modules } = codebook;
  if (modules === undefined) return true;
  const id = homes(modules).get(section);
  return id === undefined || drawn.has(id);
}

/** The module of each section that has one; none has two. */
function homes(modules: Modules): ReadonlyMap<string, string> {
  const kept = bySection.get(modules);
  if (kept !== undefined) return kept;
  const made = new Map(
    modules.of.flatMap(({ id, sections }) => sections.map((section) => [section, id])),
  );
  bySection.set(modules, made);
  return made;
}

const bySection = new WeakMap<Modules, ReadonlyMap<string, string>>();
