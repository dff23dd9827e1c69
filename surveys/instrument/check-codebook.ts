/** Whether a codebook speaks of the items that are there. */
import { list, quote } from "../wording.ts";
import type { Item } from "../items/item.ts";
import { optionCodes, scaleIssues, unknownName } from "./check-scales.ts";
import type { InstrumentCodebook, Impossible, ItemNotes, Modules } from "./codebook.ts";
import type { InstrumentIssue } from "./findings.ts";
import type { Section } from "./instrument.ts";
import { sameCode } from "./names.ts";
import { isBlank } from "./read-options.ts";
import { conditionAt } from "./references.ts";
import { refused, type Place } from "./refusal.ts";

interface Asks {
  readonly items: ReadonlyMap<string, Item>;
  readonly sections: readonly Section[];
}

export function codebookIssues(codebook: InstrumentCodebook, asks: Asks): InstrumentIssue[] {
  return [
    ...(isBlank(codebook.consent.text) ? [noConsent] : []),
    ...Object.entries(codebook.items).flatMap(([name, notes]) => notesIssues(name, notes, asks)),
    ...codebook.scales.flatMap((scale, at) => scaleIssues(scale, at, codebook, asks.items)),
    ...(codebook.modules === undefined ? [] : moduleIssues(codebook.modules, asks)),
    ...impossibleIssues(codebook.impossible ?? [], asks),
  ];
}

const noConsent = refused({
  code: "no-words",
  place: ["codebook", "consent", "text"],
  text: "The consent has no words.",
  suggestion: "Say who asks, what for, and what becomes of the answers.",
});

function notesIssues(name: string, notes: ItemNotes, { items }: Asks): InstrumentIssue[] {
  const item = items.get(name);
  if (item === undefined)
    return [unknownName("The codebook", ["codebook", "items", name], name, items.keys())];
  const codes = optionCodes(item);
  return Object.keys(notes.missing ?? {})
    .filter((code) => codes !== undefined && !codes.some((each) => String(each) === code))
    .map((code) =>
      refused({
        code: "unknown-code",
        place: ["codebook", "items", name, "missing", code],
        name,
        text: `The codebook says that ${quote(code)} is no answer to ${quote(name)}, which has no such code.`,
        suggestion: `Its codes are ${list(codes!.map(String), 12)}.`,
      }),
    );
}

/** Looked at when all is answered: any item may be named. */
function impossibleIssues(all: readonly Impossible[], { items }: Asks): InstrumentIssue[] {
  const state = { issues: [], items: new Map(items), names: new Set(items.keys()) };
  for (const [at, { when }] of all.entries()) {
    const place = ["codebook", "impossible", at, "when"];
    conditionAt({ state, place, name: `impossible ${at + 1}` }, when);
  }
  return state.issues;
}

function moduleIssues({ each, of }: Modules, { sections }: Asks): InstrumentIssue[] {
  const names = sections.map(({ name }) => name);
  const home = new Map<string, string>();
  const issues: InstrumentIssue[] = [];
  if (each > of.length)
    issues.push(
      refused({
        code: "too-many-wanted",
        place: ["codebook", "modules", "each"],
        text: `Each person is to get ${each} modules, but there are ${of.length}.`,
        suggestion: `Write ${of.length} or less.`,
      }),
    );
  for (const [at, module] of of.entries()) {
    const twin = of.findIndex(({ id }) => sameCode(id) === sameCode(module.id));
    if (twin < at) issues.push(duplicateModule(at, module.id));
    for (const [index, section] of module.sections.entries()) {
      const place = ["codebook", "modules", "of", at, "sections", index];
      const subject = `The module ${quote(module.id)}`;
      if (!names.includes(section)) issues.push(unknownName(subject, place, section, names));
      if (home.has(section))
        issues.push(twoModules(place, section, [home.get(section)!, module.id]));
      home.set(section, module.id);
    }
  }
  return issues;
}

const duplicateModule = (at: number, id: string): InstrumentIssue =>
  refused({
    code: "duplicate-name",
    place: ["codebook", "modules", "of", at, "id"],
    text: `Two modules are called ${quote(id)}.`,
    suggestion: "Give each an id of its own.",
  });

const twoModules = (place: Place, section: string, ids: readonly string[]): InstrumentIssue =>
  refused({
    code: "section-in-two-modules",
    place,
    name: section,
    text: `The section ${quote(section)} is in ${list([...new Set(ids)].map(quote))}, so that who is asked would not be known.`,
    suggestion: "Put it into one module, once.",
  });
