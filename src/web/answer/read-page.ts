/** One page as it was sent, read item by item under the version that was shown. */
import { commentOf, kindOf, type Answer, type Item, type Section, type Typed } from "#surveys";
import type { PageAnswers } from "../../db/answer-events.ts";
import { countIn, valueIn, type Sent } from "./form.ts";

export interface ReadPage {
  readonly answers: PageAnswers;
  readonly typed?: Readonly<Record<string, Typed>>;
}

/** Answers in codes the items have; what cannot be used as it was typed; nothing of what the section does not hold. */
export function readPage(section: Section, sent: Sent): ReadPage {
  const answers = new Map<string, Answer | null>();
  const typed = new Map<string, Typed>();
  for (const item of askedIn(section, sent)) {
    const reading = kindOf(item).read(item, (suffix) => sent.get(item.name + suffix) ?? []);
    const comment = reading.state === "answered" ? reading.comment : undefined;
    answers.set(item.name, reading.state === "answered" ? reading.answer : null);
    if ("other" in item && item.other !== undefined)
      answers.set(commentOf(item.name), comment ?? null);
    if (reading.state === "unusable") typed.set(item.name, reading.typed);
  }
  return {
    answers: Object.fromEntries(answers),
    ...(typed.size === 0 ? {} : { typed: Object.fromEntries(typed) }),
  };
}

/** Seconds from showing to sending; null where the page does not say, or says what cannot be. */
export function secondsIn(sent: Sent, now: Date): number | null {
  const shown = countIn(sent, "~shown");
  const seconds = shown === undefined ? -1 : Math.round((now.getTime() - shown) / 1000);
  return seconds >= 0 && seconds <= longest ? seconds : null;
}

/** What the page says it asked; where it says nothing, whatever has a field: what was not on it is not left blank. */
function askedIn({ items }: Section, sent: Sent): readonly Item[] {
  const questions = items.filter(({ kind }) => kind !== "information");
  if (sent.has("~asked")) {
    const asked = new Set(valueIn(sent, "~asked").split(" "));
    return questions.filter(({ name }) => asked.has(name));
  }
  const names = [...sent.keys()];
  return questions.filter(({ name }) =>
    names.some((each) => each === name || each === commentOf(name) || each.startsWith(`${name}.`)),
  );
}

const longest = 30 * 86_400;
