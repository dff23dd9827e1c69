/** The field of an item that a link goes to: its first control. Names may hold what an id must not. */
export const idOf = (item: string, suffix = "", option = 0): string =>
  [`${item}${suffix}`.replace(/[^\w.-]/gu, (char) => `_${char.codePointAt(0)!.toString(16)}_`)]
    .concat(option === 0 ? [] : [String(option)])
    .join(":");
