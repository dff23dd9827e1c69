/** Choices of Qualtrics as options: their order, their codes, and those that are more than a choice. */
import { quote, type Code } from "#surveys";
import type { Json } from "../foreign.ts";
import { entriesIn, listIn, own, wordsIn } from "../loose.ts";
import { asCodes, portable, usableCode } from "../names.ts";
import { note } from "../texts.ts";
import { choiceWords, flagged, type Speaking } from "./speaking.ts";

/** In the order in which they are shown. */
export const choiceIds = (payload: Json): readonly string[] =>
  ordered(payload["Choices"], payload["ChoiceOrder"]);

function ordered(choices: unknown, order: unknown): readonly string[] {
  const there = entriesIn(choices).map(([id]) => id);
  const said = listIn(order).map(wordsIn);
  return [...new Set([...said.filter((id) => there.includes(id)), ...there])];
}

/** By choice: the recoded value, or the number that Qualtrics counts it by. */
export function choiceCodes(speaking: Speaking, several: boolean): ReadonlyMap<string, Code> {
  const { payload } = speaking.question;
  const ids = choiceIds(payload);
  const { other, none } = specials(payload, several);
  const plain = ids.filter((id) => id !== other && id !== none);
  const codes = codesFor(plain, speaking);
  return new Map(
    ids.map((id) => [id, id === other ? "other" : id === none ? "none" : codes.get(id)!]),
  );
}

export const columnCodes = (speaking: Speaking): ReadonlyMap<string, Code> =>
  codesFor(
    ordered(speaking.question.payload["Answers"], speaking.question.payload["AnswerOrder"]),
    speaking,
  );

function codesFor(
  ids: readonly string[],
  { question: { payload, of } }: Speaking,
): ReadonlyMap<string, Code> {
  const recoded = ids.map((id) => wordsIn(own(payload["RecodeValues"], id)).trim() || id);
  const isTwice = new Set(recoded.map((code) => code.toLowerCase())).size < recoded.length;
  if (isTwice)
    note(
      of,
      "Two of its options had the same recoded value; the numbers of the choices are the codes.",
    );
  const codes = asCodes(isTwice ? ids : recoded);
  return new Map(
    ids.map((id, at) => {
      const code = usableCode(codes[at]!);
      if (code !== codes[at])
        note(of, `The code ${quote(String(codes[at]))} is ${quote(String(code))} here.`);
      return [id, code];
    }),
  );
}

/** The name of a row: its tag in exports, else the number of its choice. */
export function rowName(payload: Json, id: string): string {
  const tag = wordsIn(own(payload["ChoiceDataExportTags"], id));
  return tag === "" ? id : portable(tag);
}

/** With words to write beside it, and the one that excludes all others. */
function specials(payload: Json, several: boolean) {
  const ids = choiceIds(payload);
  const written = flagged(payload["Choices"], "TextEntry");
  const alone = several ? flagged(payload["Choices"], "ExclusiveAnswer") : [];
  const other = ids.length > 1 ? ids.findLast((id) => written.includes(id)) : undefined;
  const none = ids.length > 2 ? ids.find((id) => alone.includes(id) && id !== other) : undefined;
  return { other, none, lost: [...written, ...alone].filter((id) => id !== other && id !== none) };
}

/** undefined: there are none. */
export function optionsOf(
  speaking: Speaking,
  codes: ReadonlyMap<string, Code>,
  several: boolean,
): Json | undefined {
  const { payload, of } = speaking.question;
  const { other, none, lost } = specials(payload, several);
  if (codes.size === 0) return undefined;
  const words = (id: string, code: Code) => {
    const text = choiceWords(speaking, "Choices", id);
    if (text === undefined)
      note(of, `An option without words shows its code, ${quote(String(code))}.`);
    return text ?? String(code);
  };
  const choices = [...codes]
    .filter(([id]) => id !== other && id !== none)
    .map(([id, value]) => ({ value, text: words(id, value) }));
  const before = (id: string) => wordsIn(own(payload["RecodeValues"], id)) || id;
  if (other !== undefined)
    note(
      of,
      `The option to write words for stands last; its code is "other" here, and was ${before(other)}.`,
    );
  if (none !== undefined)
    note(
      of,
      `The option that excludes the others stands last; its code is "none" here, and was ${before(none)}.`,
    );
  if (lost.length > 0)
    note(of, "More of its options took words, or excluded the others; they are plain options.");
  return {
    choices,
    ...(other === undefined ? {} : { showOtherItem: true, otherText: words(other, "other") }),
    ...(none === undefined ? {} : { showNoneItem: true, noneText: words(none, "none") }),
  };
}
