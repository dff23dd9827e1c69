/** What LimeSurvey asks and we do not: what it is called, and what to ask instead. */

export const refusedTypes: ReadonlyMap<string, string> = new Map([
  [
    "A",
    "An array of 5 points is not taken. Make it an array (type F) with the options written out.",
  ],
  [
    "B",
    "An array of 10 points is not taken. Make it an array (type F) with the options written out.",
  ],
  [
    "C",
    "An array of yes, no and uncertain is not taken. Make it an array (type F) with the options written out.",
  ],
  [
    "E",
    "An array of increase, same and decrease is not taken. Make it an array (type F) with the options written out.",
  ],
  [
    "G",
    "A question of gender with two fixed options is not taken. Make it a list (type L) with options of your own.",
  ],
  ["H", "An array by column is not taken. Make it an array (type F)."],
  ["I", "The language is chosen on every page; it is no question."],
  ["K", "Several numbers under one code are not taken. Make each a question of its own."],
  ["O", "A list with comment is not taken. Make it a list (type L) and a text after it."],
  ["Q", "Several short texts under one code are not taken. Make each a question of its own."],
  [
    "R",
    "Ranking by dragging cannot be done by keyboard. Ask for the first and the second in two lists.",
  ],
  ["U", "A huge text is not taken. Make it a long text (type T)."],
  ["1", "An array of two scales is not taken. Make two arrays of it."],
  [";", "An array of texts is not taken. Make each of its cells a question of its own."],
  [":", "An array of numbers is not taken. Make each of its cells a question of its own."],
  ["|", "Answers are codes, numbers and words, not files. Ask for a link."],
  ["*", "A formula is no question. Compute it in the analysis, or as a scale of the codebook."],
]);
