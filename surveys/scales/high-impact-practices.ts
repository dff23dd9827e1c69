/** NSSE's six high-impact practices, by variable name, and from which code on a student has done one. */
export interface Practice {
  readonly column: string;
  readonly label: string;
  /** Lowest code that counts as done. */
  readonly doneFrom: number;
  readonly doneMeans: string;
}

const plans = (column: string, label: string): Practice => ({
  column,
  label,
  doneFrom: 4,
  doneMeans: "done or in progress",
});

export const highImpactPractices: readonly Practice[] = [
  plans("learncom", "Learning community"),
  {
    column: "servcourse",
    label: "Service-learning",
    doneFrom: 2,
    doneMeans: "at least some courses",
  },
  plans("research", "Research with faculty"),
  plans("intern", "Internship or field experience"),
  plans("abroad", "Study abroad"),
  plans("capstone", "Culminating senior experience"),
];
