const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium" });
const moment = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

/** "3 Nov 2026" */
export const dayOf = (date: Date): string => day.format(date);

/** "3 Nov 2026, 14:05" */
export const momentOf = (date: Date): string => moment.format(date);
