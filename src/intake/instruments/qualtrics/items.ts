/** A question of Qualtrics as items. One function a type; the table at the bottom knows them all. */
import { quote } from "#surveys";
import { allOf } from "../conditions.ts";
import type { DraftItem, Json } from "../foreign.ts";
import { listIn, own, recordIn, wordsIn } from "../loose.ts";
import { note } from "../texts.ts";
import { isRequired } from "./flow.ts";
import { conditionOf, lostCondition } from "./logic.ts";
import type { Maker } from "./made.ts";
import { matrix } from "./matrix.ts";
import { multipleChoice } from "./multiple-choice.ts";
import type { Qsf, QsfQuestion } from "./open.ts";
import { refusedTypes } from "./refused-types.ts";
import { slider } from "./slider.ts";
import { wordsBetween, type Speaking } from "./speaking.ts";
import { textEntry } from "./text-entry.ts";

/** None where it is refused; the question is told why. */
export function itemsOf(question: QsfQuestion, qsf: Qsf): readonly DraftItem[] {
  const { payload, of } = question;
  const speaking: Speaking = { question, qsf };
  const type = wordsIn(payload["QuestionType"]);
  const make = Object.hasOwn(makers, type) ? makers[type] : undefined;
  const made = make?.(speaking);
  if (made === undefined || typeof made === "string") {
    const selector = wordsIn(payload["Selector"]);
    note(
      of,
      made ??
        refusedTypes.get(type) ??
        `Questions of type ${quote(type)} (${selector}) are not known here.`,
    );
    return [];
  }
  remark(question);
  const around = aroundAll(question, qsf);
  question.asked = made.asked;
  return made.elements.map((element) => ({ of, element: { ...element, ...around } }));
}

/** Conditions and what is required, for every item of a question. */
function aroundAll(question: QsfQuestion, qsf: Qsf): Json {
  const { payload, of } = question;
  const logic = [payload["DisplayLogic"], payload["InPageDisplayLogic"]];
  const all = logic.map((each) => conditionOf(each, qsf));
  for (const each of all) if (!each.ok) note(of, lostCondition(each.because));
  const conditions = all.flatMap((each) =>
    each.ok && each.condition !== "" ? [each.condition] : [],
  );
  const visibleIf = allOf(conditions);
  const required = isRequired(payload);
  if (required === "asked for")
    note(of, "An answer was asked for, not required; it may be skipped.");
  return {
    ...(visibleIf === undefined ? {} : { visibleIf }),
    ...(required === "yes" && payload["QuestionType"] !== "DB" ? { isRequired: true } : {}),
  };
}

/** What Qualtrics does besides asking. */
function remark({ payload, of }: QsfQuestion): void {
  const settings = recordIn(own(payload["Validation"], "Settings"));
  const check = wordsIn(settings["Type"]);
  if (!knownChecks.has(check)) note(of, `Its check of the answer (${check}) was left out.`);
  if (wordsIn(payload["QuestionJS"]) !== "") note(of, "Its script was left out.");
  if (listIn(payload["DefaultChoices"]).length > 0) note(of, "Its default answer was left out.");
  const order = wordsIn(own(payload["Randomization"], "Type"));
  if (order !== "" && order !== "None" && (order !== "All" || payload["QuestionType"] !== "MC"))
    note(of, "Its random order was left out; the order is fixed.");
}

const description: Maker = (speaking) => {
  const html = wordsBetween(speaking);
  if (wordsIn(speaking.question.payload["Selector"]) !== "TB" || html === undefined)
    return "It is a picture or has no words, and an instrument is words only.";
  return {
    elements: [{ type: "html", name: speaking.question.name, html }],
    asked: { kind: "apart", codes: new Map(), rows: new Map() },
  };
};

const knownChecks: ReadonlySet<string> = new Set([
  "",
  "None",
  "ContentType",
  "MinChoices",
  "MaxChoices",
  "ChoiceRange",
]);

const makers: Readonly<Record<string, Maker>> = {
  MC: multipleChoice,
  Matrix: matrix,
  TE: textEntry,
  Slider: slider,
  DB: description,
};
