/** A property that is there only where there is something to say. */
export const given = <K extends string, V>(
  key: K,
  value: V | undefined,
): { readonly [P in K]?: V } =>
  value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: V });
