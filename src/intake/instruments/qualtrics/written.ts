/** What may be written: words, or a number, a date, an address, as the validation of Qualtrics says. */
import type { Json } from "../foreign.ts";
import { numberIn, own, wordsIn } from "../loose.ts";
import { note } from "../texts.ts";
import type { Speaking } from "./speaking.ts";

export function numberOrText(
  { question: { payload, of } }: Speaking,
  type: "text" | "comment",
): Json {
  const settings = own(payload["Validation"], "Settings");
  const content =
    own(settings, "Type") === "ContentType" ? wordsIn(own(settings, "ContentType")) : "";
  if (content === "ValidNumber")
    return { type: "text", inputType: "number", ...range(own(settings, "ValidNumber")) };
  const inputType = inputs.get(content);
  if (inputType === undefined && content !== "")
    note(of, `Its check of the answer (${content}) was left out.`);
  if (content === "ValidDate") note(of, "The date is asked for in one form for everybody.");
  return inputType === undefined ? { type } : { type: "text", inputType };
}

function range(limits: unknown): Json {
  const [min, max] = [numberIn(own(limits, "Min")), numberIn(own(limits, "Max"))];
  return {
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(numberIn(own(limits, "NumDecimals")) === 0 ? { step: 1 } : {}),
  };
}

const inputs: ReadonlyMap<string, string> = new Map([
  ["ValidEmail", "email"],
  ["ValidPhone", "tel"],
  ["ValidURL", "url"],
  ["ValidDate", "date"],
]);
