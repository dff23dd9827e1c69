/** What LimeSurvey does besides asking, and is not taken over. */
import { numberIn } from "../loose.ts";
import { note } from "../texts.ts";
import type { LssQuestion } from "./questions.ts";
import { at } from "./rows.ts";

export function remark({ of, row, attribute, hasConditions }: LssQuestion): void {
  for (const [name, text] of remarks) if (!["", "0", "N"].includes(attribute(name))) note(of, text);
  for (const name of limits)
    if (attribute(name) !== "" && numberIn(attribute(name)) === undefined)
      note(of, `A limit of its answers (${attribute(name)}) is a formula; it was left out.`);
  const relevance = at(row, "relevance");
  if (hasConditions && ["", "1"].includes(relevance))
    note(
      of,
      "Its conditions were left out, so that everybody is asked: save the survey in a newer LimeSurvey, which writes them as relevance.",
    );
}

const remarks: readonly (readonly [attribute: string, text: string])[] = [
  ["array_filter", "Its rows followed the answers to another question; all are shown."],
  ["array_filter_exclude", "Its rows followed the answers to another question; all are shown."],
  ["exclude_all_others", "An option that excluded the others is a plain option here."],
  ["em_validation_q", "Its check of the answer was left out."],
  ["em_validation_sq", "Its check of the answers was left out."],
  ["random_group", "It took turns with other questions at random; the order is fixed."],
  ["time_limit", "Its time limit was left out."],
  ["other_comment_mandatory", "Words beside an option were required; they may be skipped."],
  ["slider_layout", "The slider is asked for as it is written."],
  ["prefix", "The words before its field were left out."],
  ["suffix", "The words after its field were left out."],
  ["location_mapservice", "Its map was left out."],
];

const limits = "min_num_value_n max_num_value_n maximum_chars min_answers max_answers".split(" ");
