/** The table of methods. To add one: a file beside this, and a line here. */
export const methods = [] as const;
export type MethodId =
  "pearson" | "spearman" | "kendall" | "point-biserial" | "phi" | "cramers-v" | "eta";
