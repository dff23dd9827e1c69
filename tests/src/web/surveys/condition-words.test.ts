import { describe, expect, test } from "vitest";
import { parseCondition, readInstrument, type Instrument } from "#surveys";
import { conditionInWords } from "../../../../src/web/surveys/parts/condition-words.ts";
import { codebook, definition } from "../answer/survey.ts";

const read = readInstrument({ definition, codebook });
if (!read.ok) throw new Error(JSON.stringify(read.issues));
const { instrument } = read;

const words = (text: string, of: Instrument = instrument): string => {
  const parsed = parseCondition(text);
  if (!parsed.ok) throw new Error(parsed.text);
  return conditionInWords(parsed.condition, of);
};

describe("a condition in words", () => {
  test.each([
    ["{job} = 'full'", "“Do you work?” is “Full time”"],
    ["{job} anyof ['full', 'part']", "“Do you work?” is one of “Full time”, “Part time”"],
    [
      "{did} anyof ['intern', 'abroad']",
      "“What did you do at college?” includes one of “An internship”, “A term abroad”",
    ],
    ["{job} <> 'refused'", "“Do you work?” is not “I prefer not to say”"],
    ["{did} contains 'abroad'", "“What did you do at college?” includes “A term abroad”"],
    [
      "{hours} >= 20 and {hours} < 40",
      "“Hours a week” is at least 20 and “Hours a week” is less than 40",
    ],
    ["{again} = true", "“Would you study again?” is “Yes”"],
    ["{able.write} = 3", "“Write” is “Very well”"],
    ["{field-Comment} notempty", "the words beside “Your field” is answered"],
    ["{since} empty", "“Since when?” is not answered"],
    ["age({born}) > 30", "years since “Born on” is more than 30"],
  ])("%s", (text, said) => expect(words(text)).toBe(said));

  test("keeps together what belongs together", () => {
    expect(words("({job} = 'full' or {job} = 'part') and {hours} > 8")).toBe(
      "(“Do you work?” is “Full time” or “Do you work?” is “Part time”) and “Hours a week” is more than 8",
    );
    expect(words("{job} = 'full' or {job} = 'part' and {hours} > 8")).not.toContain("(");
  });

  test("a code that the question has not stands as it is", () => {
    expect(words("{job} = 'gone'")).toBe("“Do you work?” is “gone”");
  });
});
