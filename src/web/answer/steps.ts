/** Where the pages are, and how many there will be. */
import {
  drawModules,
  firstOpen,
  sectionAfter,
  sectionBefore,
  stepOf,
  walk,
  type Instrument,
} from "#surveys";
import type { Read } from "../../db/connect.ts";
import type { Invitation } from "../../db/invitations.ts";
import { knownAnswers } from "../../fielding/known.ts";
import { answeringOf, openLink, type Asked } from "./opened.ts";
import type { State } from "./state.ts";
import type { Step } from "./views/section.tsx";

export const sectionAddress = (base: string, section: string): string =>
  `${base}/at/${encodeURIComponent(section)}`;

/** Of somebody who has just begun. */
export async function firstPage(read: Read, asked: Asked): Promise<string> {
  const opened = await openLink(read, asked);
  return opened.standing === "answering"
    ? openPlace(opened.base, answeringOf(opened))
    : opened.base;
}

/** Where there is something left to do; on a page that was sent before, with what is wrong or new there. */
export function openPlace(
  base: string,
  { walk, folded, faults }: State,
  ...query: string[]
): string {
  const section = firstOpen(walk, folded.visited, faults);
  if (section === undefined) return `${base}/review`;
  const why = folded.visited.sections.has(section) ? ["again", "more"] : [];
  const asked = [...why, ...query].join("&");
  return `${sectionAddress(base, section)}${asked === "" ? "" : `?${asked}`}`;
}

/** The page after a section, also after one that a newer version has no more. */
export function pageAfter(base: string, state: State, section: string): string {
  if (!hasSection(state, section)) return openPlace(base, state);
  const next = sectionAfter(state.instrument, state.walk, section);
  return next === undefined ? `${base}/review` : sectionAddress(base, next);
}

export function pageBefore(base: string, state: State, section: string): string {
  const before = hasSection(state, section)
    ? sectionBefore(state.instrument, state.walk, section)
    : undefined;
  return before === undefined ? base : sectionAddress(base, before);
}

export const stepAt = ({ instrument, walk, asking }: State, name: string): Step =>
  stepOf(instrument, walk, { name, modules: asking.modules });

/** About how many steps there are for somebody who has not begun: their modules are not drawn yet. */
export function stepsAhead(
  instrument: Instrument,
  invitation: Pick<Invitation, "facts"> | undefined,
  now: Date,
): number {
  const modules = drawModules(instrument.codebook.modules, 0);
  const known = knownAnswers(instrument, invitation?.facts ?? {});
  const asking = { seed: 0, modules, known, today: now.toISOString().slice(0, 10) };
  const walked = walk(instrument, new Map(), asking);
  const first = walked.sections[0]?.section.name;
  return first === undefined ? 0 : stepOf(instrument, walked, { name: first, modules }).about;
}

const hasSection = ({ instrument }: State, name: string): boolean =>
  instrument.sections.some((section) => section.name === name);
