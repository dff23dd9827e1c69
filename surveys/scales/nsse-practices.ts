/** The six practices that NSSE singles out (its name for them: high-impact), and from which code on one is done. */
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

export const nssePractices: readonly Practice[] = [
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
