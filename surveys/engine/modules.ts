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
  const ids = modulesOf(modules).get(section);
  return ids === undefined || ids.some((id) => drawn.has(id));
}

/** Modules by the sections they hold. */
function modulesOf(modules: Modules): ReadonlyMap<string, readonly string[]> {
  const kept = bySection.get(modules);
  if (kept !== undefined) return kept;
  const made = new Map<string, string[]>();
  for (const { id, sections } of modules.of)
    for (const section of sections) made.set(section, [...(made.get(section) ?? []), id]);
  bySection.set(modules, made);
  return made;
}

const bySection = new WeakMap<Modules, ReadonlyMap<string, readonly string[]>>();
