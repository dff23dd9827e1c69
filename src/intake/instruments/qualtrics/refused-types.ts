/** What Qualtrics asks and we do not: why, and what to ask instead. */

const kept = "It is no question: the answer pages note times and devices themselves.";

export const refusedTypes: ReadonlyMap<string, string> = new Map([
  ["Meta", kept],
  ["Timing", kept],
  ["Captcha", "It is no question: personal links stand for it."],
  [
    "RO",
    "Ranking by dragging cannot be done by keyboard. Ask for the first and the second in two dropdowns.",
  ],
  ["PGR", "Dragging into groups cannot be done by keyboard. Ask for a group for each in a matrix."],
  ["CS", "A sum over several numbers cannot be checked while people type. Ask for each number."],
  ["SBS", "Each of its columns is a question of its own kind. Write a matrix for each column."],
  ["FileUpload", "Answers are codes, numbers and words, not files. Ask for a link."],
  ["Draw", "A signature is no answer; consent stands in the codebook."],
  ["HeatMap", "It is asked on a picture, which cannot be read aloud."],
  ["HotSpot", "It is asked on a picture, which cannot be read aloud."],
  ["HL", "Marking words needs a script. Ask about each passage."],
  ["DD", "Its lists depend on each other. Write a dropdown for each, shown under a condition."],
  ["TreeTesting", "It needs a script."],
  ["SS", "It needs a script."],
  ["Exp", "It needs a script."],
]);
