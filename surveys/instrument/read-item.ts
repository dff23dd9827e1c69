/** A question of a definition to an item. One function a type; the table at the bottom knows them all. */
import type { Item } from "../items/item.ts";
import { kindOf } from "../items/index.ts";
import { quote } from "../wording.ts";
import {
  longestText,
  type ChoosingQuestion,
  type Question,
  type QuestionOf,
} from "./definition.ts";
import { given } from "./given.ts";
import { plainText } from "./html-text.ts";
import { objectionToName, sameCode } from "./names.ts";
import { isBlank, optionsAt, pointsAt, refuseBlank, specialOptionsAt } from "./read-options.ts";
import { textItemAt } from "./read-text-item.ts";
import { refuseReversed, validatorsAt } from "./read-validators.ts";
import { refuse, under, type Spot } from "./reading.ts";
import { conditionAt, wordsAt } from "./references.ts";

export function itemAt(spot: Spot, question: Question): Item {
  if (question.type === "html") return informationAt(spot, question);
  const item = kindAt(spot, question);
  const { defaultValue } = question;
  if (defaultValue !== undefined && !kindOf(item).holds(item, defaultValue))
    refuse(under(spot, "defaultValue"), {
      code: "unusable-default",
      text: `The item ${quote(spot.name)} cannot hold its own defaultValue ${quote(JSON.stringify(defaultValue))}.`,
      suggestion: "Write the code of an option, not its label; or remove it.",
    });
  return {
    ...item,
    validators: validatorsAt(spot, item, question.validators),
    ...given("defaultAnswer", defaultValue),
  };
}

export type AskedQuestion = Exclude<Question, { type: "html" }>;

function kindAt(spot: Spot, question: AskedQuestion): Item {
  switch (question.type) {
    case "text":
      return textItemAt(spot, question, askedAt(spot, question));
    case "comment":
      return commentAt(spot, question);
    case "radiogroup":
      return { kind: "single choice", ...choosingAt(spot, question) };
    case "dropdown":
      return { kind: "dropdown", ...choosingAt(spot, question) };
    case "checkbox":
      return multipleAt(spot, question);
    case "boolean":
      return yesNoAt(spot, question);
    case "rating":
      return ratingAt(spot, question);
    case "matrix":
      return matrixAt(spot, question);
  }
}

export type Asked = ReturnType<typeof askedAt>;

function askedAt(spot: Spot, question: AskedQuestion) {
  const { name, title, description, visibleIf, isRequired, requiredIf } = question;
  if (isBlank(title)) refuseBlank(under(spot, "title"), `The title of ${quote(name)}`);
  return {
    name,
    title: wordsAt(under(spot, "title"), title),
    ...given("description", description && wordsAt(under(spot, "description"), description)),
    ...given("visibleIf", conditionAt(under(spot, "visibleIf"), visibleIf)),
    required: isRequired ?? false,
    ...given("requiredIf", conditionAt(under(spot, "requiredIf"), requiredIf)),
    validators: [],
  };
}

function choosingAt(spot: Spot, question: ChoosingQuestion) {
  return {
    ...askedAt(spot, question),
    options: optionsAt(under(spot, "choices"), question.choices),
    ...specialOptionsAt(spot, question),
    randomOrder: question.choicesOrder === "random",
  };
}

function multipleAt(spot: Spot, question: QuestionOf<"checkbox">): Item {
  const { minSelectedChoices: low, maxSelectedChoices: high } = question;
  const choosing = choosingAt(spot, question);
  refuseReversed(spot, low, high);
  if (low !== undefined && low > choosing.options.length)
    refuse(under(spot, "minSelectedChoices"), {
      code: "too-many-wanted",
      text: `The item ${quote(spot.name)} wants ${low} answers, but has ${choosing.options.length} options.`,
      suggestion: "Lower minSelectedChoices.",
    });
  return {
    kind: "multiple choice",
    ...choosing,
    ...given("atLeast", low || undefined),
    ...given("atMost", high || undefined),
  };
}

function yesNoAt(spot: Spot, question: QuestionOf<"boolean">): Item {
  const { labelTrue, labelFalse, valueTrue = true, valueFalse = false } = question;
  if (sameCode(valueTrue) === sameCode(valueFalse))
    refuse(under(spot, "valueFalse"), {
      code: "duplicate-code",
      text: `Yes and no of ${quote(spot.name)} have the same code.`,
      suggestion: "Remove valueTrue and valueFalse; true and false are stored then.",
    });
  return {
    kind: "yes/no",
    ...askedAt(spot, question),
    ...given("yes", labelTrue),
    ...given("no", labelFalse),
    yesCode: valueTrue,
    noCode: valueFalse,
  };
}

function ratingAt(spot: Spot, question: QuestionOf<"rating">): Item {
  return {
    kind: "rating",
    ...askedAt(spot, question),
    options: pointsAt(spot, question),
    ...given("lowLabel", question.minRateDescription),
    ...given("highLabel", question.maxRateDescription),
  };
}

function matrixAt(spot: Spot, question: QuestionOf<"matrix">): Item {
  const rows = optionsAt(under(spot, "rows"), question.rows).map(({ code, label }, at) => {
    const name = String(code);
    const objection = typeof code === "number" ? undefined : objectionToName(name);
    if (objection !== undefined) refuse(under(spot, "rows", at), objection);
    return { name, title: label };
  });
  return {
    kind: "matrix",
    ...askedAt(spot, question),
    rows,
    options: optionsAt(under(spot, "columns"), question.columns),
    eachRowRequired: question.eachRowRequired ?? false,
  };
}

function commentAt(spot: Spot, question: QuestionOf<"comment">): Item {
  return {
    kind: "comment",
    ...askedAt(spot, question),
    longest: question.maxLength ?? longestText.comment,
    lines: question.rows ?? 4,
  };
}

/** Words between questions have no title of their own. */
function informationAt(spot: Spot, { name, html, visibleIf }: QuestionOf<"html">): Item {
  const here = under(spot, "html");
  const plain = (words: string): string => {
    const read = plainText(words);
    if (!read.ok)
      refuse(here, {
        code: "unusable-html",
        text: `The words of ${quote(name)} have ${quote(read.found)}, which is not taken: they are shown as plain paragraphs.`,
        suggestion: "Use <p>, <br>, <ul> and <li> without attributes, or plain words.",
      });
    return read.ok ? read.text : "";
  };
  const text =
    typeof html === "string"
      ? plain(html)
      : Object.fromEntries(Object.entries(html).map(([key, words]) => [key, plain(words)]));
  if (isBlank(html)) refuseBlank(here, `The item ${quote(name)}`);
  return {
    kind: "information",
    name,
    title: "",
    ...given("visibleIf", conditionAt(under(spot, "visibleIf"), visibleIf)),
    required: false,
    validators: [],
    text: wordsAt(here, text),
  };
}
