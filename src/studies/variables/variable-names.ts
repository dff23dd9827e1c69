/** One name for every variable of a study, from the names of columns that may be empty or occur in several files. */
import { quote } from "#surveys";
import type { Issue } from "../../intake/source.ts";

export interface Names {
  /** The name as it is, or with the file where it is taken: "gpa", then "gpa@nsse.csv". */
  claim(wanted: string, file: string): string;
  readonly issues: readonly Issue[];
}

export function variableNames(): Names {
  const owners = new Map<string, string>();
  const issues: Issue[] = [];
  return {
    issues,
    claim(wanted, file) {
      let name = wanted;
      for (let time = 1; owners.has(name); time++)
        name = time === 1 ? `${wanted}@${file}` : `${wanted}@${file}#${time}`;
      if (name !== wanted)
        issues.push({
          severity: "note",
          file,
          column: wanted,
          code: "name-taken",
          text: `The name is also taken by ${owners.get(wanted)}; here it is called ${quote(name)}.`,
        });
      owners.set(name, file);
      return name;
    },
  };
}
