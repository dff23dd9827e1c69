import { configureGlobal } from "fast-check";

export const seed = 20261121;

/** The gate gives the same verdict on the same commit; everywhere else every run looks at other cases. */
if (process.env["CI"] !== undefined) configureGlobal({ seed });
