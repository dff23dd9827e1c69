/** One line of words: a text, an address, a telephone number. */
import type { Answer } from "../answer.ts";
import type { Fault, FaultCode } from "../instrument/instrument.ts";
import type { TextItem } from "./item.ts";
import type { ItemKind } from "./item-kind.ts";
import { faultAt } from "./reading.ts";
import { holdsWritten, readWritten, writtenFaults } from "./written.ts";

export const text: ItemKind<TextItem> = {
  kind: "text",
  read: (item, fields) => readWritten(item, fields, "one line"),
  holds: (item, value): value is Answer => holdsWritten(item, value, "one line"),
  faults,
  say: (_, answer) => String(answer),
};

function faults(item: TextItem, answer: Answer | undefined): readonly Fault[] {
  const form = forms[item.input];
  return [
    ...writtenFaults(item, answer),
    ...(typeof answer === "string" && form !== undefined && !form.is(answer)
      ? [faultAt(item.name, form.fault)]
      : []),
  ];
}

/**
 * As SurveyJS has it: a name before the @, a domain with a point after it. No two parts of the pattern can match the
 * same letter in turn, so it takes one pass.
 */
export const isEmail = (words: string): boolean =>
  words.length <= longestAddress && email.test(words);

const longestAddress = 320;
const email =
  /^(?:[^<>()[\]\\.,;:\s@"]+(?:\.[^<>()[\]\\.,;:\s@"]+)*|"[^"]+")@(?:[^<>()=[\]\\.,;:\s@"]+\.)+[^<>()=[\]\\.,;:\s@"]{2,}$/u;

/** "https://example.org/me", and without the first part, as people write it. */
const isLink = (words: string): boolean => link.test(words);
const link = /^(?:https?:\/\/)?[^\s/:?#@.]+(?:\.[^\s/:?#@.]+)+(?::\d{1,5})?(?:[/?#]\S*)?$/iu;

type Form = { readonly is: (words: string) => boolean; readonly fault: FaultCode };

const forms: Readonly<Record<TextItem["input"], Form | undefined>> = {
  text: undefined,
  tel: undefined,
  email: { is: isEmail, fault: "not an email" },
  url: { is: isLink, fault: "not a link" },
};
