/** Schema steps in order. */
export const migrations = {} as const;
