/** What the schemas object to, in sentences that name the thing. */
import type { z } from "zod";
import { list, quote } from "../wording.ts";
import { knownInCodebook } from "./codebook-schema.ts";
import { known } from "./definition.ts";
import type { InstrumentIssue } from "./findings.ts";
import { nearest } from "./nearest.ts";
import { outsideProperties, outsideTypes, type Outside } from "./outside.ts";
import { refused, type Place } from "./refusal.ts";

/** `document`: what was looked at. `root`: where it stands. */
export const issuesOf = (
  error: z.ZodError,
  document: unknown,
  root: Place = [],
): readonly InstrumentIssue[] => error.issues.flatMap((issue) => said(issue, { document, root }));

interface Looked {
  readonly document: unknown;
  readonly root: Place;
}
type Issue = z.core.$ZodIssue;

function said(issue: Issue, looked: Looked): readonly InstrumentIssue[] {
  const place = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => unknownProperty(key, place, looked));
  if (issue.code === "invalid_union" && "discriminator" in issue)
    return [unknownType(place.slice(0, -1), looked)];
  const value = at(looked.document, place);
  return [value === undefined ? missing(place, looked) : wrong(issue, place, looked)];
}

function unknownType(place: Place, looked: Looked): InstrumentIssue {
  const type = at(looked.document, [...place, "type"]);
  const isValidator = place.at(-2) === "validators";
  const names = [...(isValidator ? known.validators : known.questions).keys()];
  const kind = isValidator ? "validator" : "item";
  const where = { place: [...looked.root, ...place, "type"], name: nameAt(looked.document, place) };
  if (typeof type !== "string")
    return refused({
      ...where,
      code: "missing-property",
      text: `${subject(place, looked)} has no type.`,
      suggestion: `Say its type: ${list(names, names.length)}.`,
    });
  const outside = isValidator ? undefined : entry(outsideTypes, type);
  const meant = nearest(type, names);
  return refused({
    ...where,
    code: outside === undefined ? `unknown-${kind}-type` : "unsupported-type",
    text:
      outside === undefined
        ? `The ${kind} type ${quote(type)} is not known.`
        : `The item type ${quote(type)} is not taken: ${outside.why}.`,
    suggestion: sentence(
      outside?.instead ??
        (meant === undefined ? `use ${list(names, names.length)}` : `write ${quote(meant)}`),
    ),
  });
}

function unknownProperty(key: string, place: Place, looked: Looked): InstrumentIssue {
  const outside = looked.root.length === 0 ? entry(outsideProperties, key) : undefined;
  const meant = nearest(key, propertiesAt(place, looked));
  return refused({
    code: outside === undefined ? "unknown-property" : "unsupported-property",
    place: [...looked.root, ...place, key],
    name: nameAt(looked.document, place),
    text:
      outside === undefined
        ? `${subject(place, looked)} has a property ${quote(key)} that is not known.`
        : `The property ${quote(key)} is not taken: ${outside.why}.`,
    suggestion: sentence(
      outside?.instead ??
        (meant === undefined ? "remove it" : `write ${quote(meant)}, or remove it`),
    ),
  });
}

const missing = (place: Place, looked: Looked): InstrumentIssue =>
  refused({
    code: "missing-property",
    place: [...looked.root, ...place],
    name: nameAt(looked.document, place),
    text:
      place.length === 0
        ? `There is no ${looked.root[0] ?? "definition"}.`
        : `${subject(place.slice(0, -1), looked)} has no ${place.at(-1)}.`,
    suggestion: place.length === 0 ? undefined : sentence(`add ${quote(String(place.at(-1)))}`),
  });

function wrong(issue: Issue, place: Place, looked: Looked): InstrumentIssue {
  const full = [...looked.root, ...place];
  const wanted = issue.message.startsWith("expects ")
    ? issue.message
    : "expects another kind of value";
  return refused({
    code: "wrong-value",
    place: full,
    name: nameAt(looked.document, place),
    text: `${subject(place, looked)} ${wanted}.`,
  });
}

/** What may stand where the unknown property stands. */
function propertiesAt(place: Place, { document, root }: Looked): readonly string[] {
  if (root.length > 0) return knownInCodebook[String(place[0] ?? "")] ?? [];
  const parent = place.at(-2);
  const type = String(at(document, [...place, "type"]));
  if (place.length === 0) return known.survey;
  if (parent === "pages") return known.page;
  if (parent === "elements") return known.questions.get(type) ?? [];
  return parent === "validators" ? (known.validators.get(type) ?? []) : known.option;
}

/** 'The item "job"', 'Option 2 of "job"', '"title" of the page "work"'. */
function subject(place: Place, looked: Looked): string {
  const words = inWords(place, looked);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function inWords(place: Place, looked: Looked): string {
  const [list, last] = [place.at(-2), place.at(-1)];
  if (last === undefined) return `the ${looked.root[0] ?? "definition"}`;
  const above = (steps: number): string => inWords(place.slice(0, -steps), looked);
  if (typeof last === "string") return `${quote(last)} of ${above(1)}`;
  const name = at(looked.document, [...place, "name"]) ?? at(looked.document, [...place, "id"]);
  const noun = nouns[String(list)] ?? "entry";
  return typeof name === "string" && name !== ""
    ? `the ${noun} ${quote(name)}`
    : `${noun} ${last + 1} of ${above(2)}`;
}

/** What the entries of a list are called. */
const nouns: Readonly<Record<string, string>> = {
  pages: "page",
  elements: "item",
  choices: "option",
  columns: "option",
  rows: "row",
  rateValues: "point",
  validators: "validator",
  scales: "scale",
  of: "module",
  impossible: "impossible pair",
};

/** Of the item or section that a place lies in. */
function nameAt(document: unknown, place: Place): string | undefined {
  for (let end = place.length; end > 0; end--) {
    const inside = place[end - 2] === "elements" || place[end - 2] === "pages";
    const name = inside ? at(document, [...place.slice(0, end), "name"]) : undefined;
    if (typeof name === "string") return name;
  }
  return undefined;
}

function at(document: unknown, place: Place): unknown {
  let value = document;
  for (const step of place) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step))
      return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}

const entry = (table: Readonly<Record<string, Outside>>, key: string): Outside | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
