/** What survey-core and what we make of a set of answers. */
import { Model, type Question } from "survey-core";
import { commentOf, faultsOf, walk, type Answer, type Instrument } from "#surveys";
import type { AnswerSet } from "./answers.ts";

export const today = "2026-11-21";

export interface Judged {
  readonly sections: readonly string[];
  readonly items: readonly string[];
  /** Items whose answer is amiss, or missing. */
  readonly faulty: readonly string[];
  /** What is passed on. */
  readonly answers: Readonly<Record<string, Answer>>;
}

export function ours(instrument: Instrument, answers: AnswerSet): Judged {
  const modules = new Set(instrument.codebook.modules?.of.map(({ id }) => id));
  const way = walk(instrument, answers, { seed: 1, modules, known: new Map(), today });
  return {
    sections: way.sections.map(({ section }) => section.name),
    items: way.sections.flatMap(({ items }) => items.map(({ item }) => item.name)),
    faulty: [...new Set(faultsOf(instrument, way).map(({ item }) => item))],
    answers: Object.fromEntries(way.answers),
  };
}

/**
 * One model for all sets of a definition, as making one takes longer than all the rest. It is cleared for each: when
 * a person goes back and a whole page is hidden thereby, survey-core keeps the answers on it.
 */
export function peerOf({ definition }: Instrument): (answers: AnswerSet) => Judged {
  const model = new Model({ ...Object(definition), clearInvisibleValues: "onHidden" });
  model.dateProvider = { now: () => Date.parse(`${today}T12:00:00Z`) };
  const questions = model.getAllQuestions();
  return (answers) => {
    model.clear(true, true);
    for (const question of questions) if (isShown(question)) fill(model, question, answers);
    const shown = questions.filter(isShown);
    return {
      sections: model.pages.filter((page) => page.isVisible).map(({ name }) => name),
      items: shown.map(({ name }) => name),
      faulty: shown.filter((question) => !question.validate(false)).map(({ name }) => name),
      answers: model.data,
    };
  };
}

/** As a person does, from the first to the last: what is shown is answered, so what is not shown never is. */
function fill(model: Model, { name }: Question, answers: AnswerSet): void {
  const answer = answers.get(name);
  const words = answers.get(commentOf(name));
  if (answer !== undefined) model.setValue(name, answer);
  else model.clearValue(name);
  if (words !== undefined) model.setComment(name, String(words));
}

const isShown = (question: Question): boolean => question.isVisible && question.page.isVisible;
