/** What is done about each refusal of an item: its condition goes, or what is only looks, or the item itself. */
import { itemOf, pipe, quote, type InstrumentIssue } from "#surveys";
import type { Json } from "./foreign.ts";
import { isRecord } from "./loose.ts";

export interface Mended {
  /** undefined: the item is left out. */
  readonly element: Json | undefined;
  readonly notes: readonly string[];
}

export function mended(element: Json, issues: readonly InstrumentIssue[], first: string): Mended {
  const chosen = issues.map((issue) => {
    const at = issue.path.replace(/^pages\[\d+\]\.elements\[\d+\]\.?/, "");
    return { issue, at, remedy: remedies.find(({ fits }) => fits(at, issue)) ?? refusal };
  });
  if (chosen.some(({ remedy }) => remedy === refusal)) return refused(chosen.filter(isRefusal));
  let result = element;
  const notes: string[] = [];
  for (const remedy of new Set(chosen.map((each) => each.remedy))) {
    const mine = chosen.filter((each) => each.remedy === remedy);
    const next = remedy.mend(result, mine, first);
    if (JSON.stringify(next) === JSON.stringify(result)) return refused(mine);
    result = next;
    notes.push(...mine.map(({ issue }) => remedy.says(issue.text)));
  }
  return { element: result, notes };
}

interface Chosen {
  readonly issue: InstrumentIssue;
  /** Within the item. */
  readonly at: string;
}

interface Remedy {
  fits(at: string, issue: InstrumentIssue): boolean;
  mend(element: Json, all: readonly Chosen[], first: string): Json;
  says(text: string): string;
}

const refusal: Remedy = { fits: () => true, mend: (element) => element, says: (text) => text };
const isRefusal = ({ remedy }: { readonly remedy: Remedy }): boolean => remedy === refusal;

const refused = (all: readonly Chosen[]): Mended => ({
  element: undefined,
  notes: all.map(({ issue: { text, suggestion } }) =>
    suggestion === undefined ? text : `${text} ${suggestion}`,
  ),
});

const without = (element: Json, keys: Iterable<string>): Json => {
  const gone = new Set(keys);
  return Object.fromEntries(Object.entries(element).filter(([key]) => !gone.has(key)));
};

const dropped: Remedy["mend"] = (element, all) =>
  without(
    element,
    all.map(({ at }) => at),
  );

function withoutValidators(element: Json, all: readonly Chosen[]): Json {
  const gone = new Set(all.map(({ at }) => Number(/\[(\d+)\]/.exec(at)![1])));
  const { validators } = element;
  const left = Array.isArray(validators) ? validators.filter((_, at) => !gone.has(at)) : [];
  return left.length === 0 ? without(element, ["validators"]) : { ...element, validators: left };
}

/** Names in braces that the issues object to, as dots. */
function withoutPipes(element: Json, all: readonly Chosen[]): Json {
  const refusals = all.map(({ issue }) => issue.text);
  const isRefused = (name: string): boolean =>
    [name, itemOf(name)].some((each) =>
      refusals.some((text) => text.includes(` looks at ${quote(each)}`)),
    );
  return Object.fromEntries(
    Object.entries(element).map(([key, value]) => [
      key,
      notWords.has(key) ? value : inWords(value, (words) => withoutNames(words, isRefused)),
    ]),
  );
}

export const withoutNames = (words: string, isRefused: (name: string) => boolean): string =>
  words.includes("{") ? pipe(words, (name) => (isRefused(name) ? "…" : `{${name}}`)) : words;

export function inWords(value: unknown, change: (words: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((each: unknown) => inWords(each, change));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      notWords.has(key) ? inner : inWords(inner, change),
    ]),
  );
}

/** The first language keeps the words under its own name. */
export function wordsOnce(value: unknown, first: string): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => wordsOnce(each, first));
  if (!isRecord(value)) return value;
  const twice = Object.hasOwn(value, "default") && Object.hasOwn(value, first);
  const kept = twice ? without(value, ["default"]) : value;
  return Object.fromEntries(
    Object.entries(kept).map(([key, inner]) => [key, wordsOnce(inner, first)]),
  );
}

const notWords: ReadonlySet<string> = new Set(
  "type name value visibleIf requiredIf expression regex inputType".split(" "),
);

export const pipeCodes: ReadonlySet<string> = new Set(
  "unknown-name looks-ahead looks-at-itself no-answer-there unknown-part".split(" "),
);

/** Looks, and what the answer pages do in their own way: nothing that is asked is lost with it. */
const idle: ReadonlySet<string> = new Set(
  (
    "valueName hideNumber width minWidth maxWidth startWithNewLine titleLocation descriptionLocation errorLocation " +
    "colCount itemSize size indent paddingLeft paddingRight showNumber displayMode rateType rateDisplayMode " +
    "rateColorMode scaleColorMode renderAs state requiredErrorText otherErrorText minErrorText maxErrorText " +
    "noneErrorText stepErrorText storeOthersAsComment clearIfInvisible clearIfInvisibleValue correctAnswer " +
    "optionsCaption allowClear searchEnabled searchMode useDisplayValuesInDynamicTexts separateSpecialChoices " +
    "textUpdateMode autocomplete autoGrow allowResize acceptCarriageReturn cols customProperty tooltip resizeStyle " +
    "alternateRows columnMinWidth columnWidth rowTitleWidth mobileView verticalAlign showHeader closeOnSelect " +
    "hideIfChoicesEmpty swapOrder swapOrderTrueFalse labelLocation otherPlaceHolder placeHolder keepIncorrectValues minRateWidth " +
    "displayRateDescriptionsAsExtremeItems showCommentArea hasComment commentText commentPlaceholder placeholder eachRowUnique rowOrder"
  ).split(" "),
);

/** Properties that say nothing where they stand. */
const loose: ReadonlySet<string> = new Set(["property-does-not-fit", "words-without-option"]);

const remedies: readonly Remedy[] = [
  {
    fits: (at) => at === "visibleIf",
    mend: dropped,
    says: (text) => `${text} Without its condition, it is asked of everybody.`,
  },
  {
    fits: (at) => at === "requiredIf",
    mend: dropped,
    says: (text) => `${text} Without its condition, it may be skipped.`,
  },
  {
    fits: (at) => /^validators\[\d+\]/.test(at),
    mend: withoutValidators,
    says: (text) => `${text} This check of the answer was left out.`,
  },
  {
    fits: (at) => at === "defaultValue" || at.startsWith("defaultValue."),
    mend: (element) => without(element, ["defaultValue"]),
    says: (text) => `${text} Nothing is filled in beforehand.`,
  },
  {
    fits: (_, { code }) => pipeCodes.has(code),
    mend: withoutPipes,
    says: (text) => `${text} Dots stand in its place.`,
  },
  {
    fits: (_, { code }) => code === "words-twice",
    mend: (element, _, first) => ({ ...recordOnce(element, first) }),
    says: (text) => `${text} Those of the language itself were kept.`,
  },
  {
    fits: (at, { code }) => idle.has(at) || loose.has(code),
    mend: dropped,
    says: (text) => `${text} It was left out.`,
  },
];

const recordOnce = (element: Json, first: string): Json => {
  const once = wordsOnce(element, first);
  return isRecord(once) ? once : element;
};
