import { fold } from "../wording.ts";

/** 1, 0, or undefined where the cell is neither a yes nor a no. */
export const yesNo = (cell: string): 0 | 1 | undefined => answers.get(fold(cell));

const answers: ReadonlyMap<string, 0 | 1> = new Map([
  ...["yes", "y", "true", "t", "checked", "selected", "x"].map((word) => [word, 1] as const),
  ...["no", "n", "false", "f", "unchecked", "not selected"].map((word) => [word, 0] as const),
]);
