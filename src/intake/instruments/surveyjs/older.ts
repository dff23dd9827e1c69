/** What SurveyJS says in older or other words, and we have: the same question, written our way. */
import { quote } from "#surveys";
import type { Json, Told } from "../foreign.ts";
import { numberIn } from "../loose.ts";
import { note } from "../texts.ts";

/** undefined: it is never shown. */
export function brought(element: Json, oldName: string, of: Told): Json | undefined {
  if (element["visible"] === false) {
    note(of, "It is never shown.");
    return undefined;
  }
  let item = withoutDefaults(element);
  for (const each of changes) item = each(item, of);
  if (item["type"] === "html" || item["title"] !== undefined) return item;
  note(of, `It has no title; its name ${quote(oldName)} stands in.`);
  return { ...item, title: oldName };
}

type Change = (element: Json, of: Told) => Json;

/** Said, but as if it were not. */
function withoutDefaults(element: Json): Json {
  return Object.fromEntries(
    Object.entries(element).filter(
      ([key, value]) => !(Object.hasOwn(asUnsaid, key) && asUnsaid[key] === value),
    ),
  );
}

const asType: Change = (element, of) => {
  const type = sameTypes.get(String(element["type"]));
  if (type === undefined) return element;
  note(of, `${quote(String(element["type"]))} is asked as ${quote(type)}.`);
  return { ...element, type };
};

const asNewer: Change = (element, of) => {
  const old = Object.keys(element).filter((key) => newer.has(key));
  if (old.length === 0) return element;
  note(
    of,
    `Older words are written anew (${old.map((key) => `${key}: ${newer.get(key)}`).join(", ")}).`,
  );
  return Object.fromEntries(
    Object.entries(element).map(([key, value]) => [newer.get(key) ?? key, value]),
  );
};

/** Ratings that count their points. */
const asEnds: Change = (element, of) => {
  const { rateCount, autoGenerate, ...rest } = element;
  if (element["type"] !== "rating" || (rateCount === undefined && autoGenerate === undefined))
    return element;
  const points = numberIn(rateCount);
  const isSaid = rest["rateValues"] !== undefined || rest["rateMax"] !== undefined;
  if (isSaid || points === undefined) return rest;
  const rateMax =
    (numberIn(rest["rateMin"]) ?? 1) + (points - 1) * (numberIn(rest["rateStep"]) ?? 1);
  note(of, `Its ${points} points are said by their highest, ${rateMax}.`);
  return { ...rest, rateMax };
};

const changes: readonly Change[] = [asType, asNewer, asEnds];

const sameTypes: ReadonlyMap<string, string> = new Map([
  ["tagbox", "checkbox"],
  ["buttongroup", "radiogroup"],
]);

const newer: ReadonlyMap<string, string> = new Map([
  ["hasOther", "showOtherItem"],
  ["hasNone", "showNoneItem"],
  ["isAllRowRequired", "eachRowRequired"],
  ["otherPlaceHolder", "otherPlaceholder"],
  ["placeHolder", "placeholder"],
]);

const asUnsaid: Json = {
  visible: true,
  readOnly: false,
  hasComment: false,
  showCommentArea: false,
  isExclusive: false,
  showSelectAllItem: false,
};
