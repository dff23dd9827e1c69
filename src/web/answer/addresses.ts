/** Which addresses are for respondents: everything else is the staff's. */

export const isRespondents = (path: string): boolean => /^\/[so](\/|$)/.test(path);

/** A path as it may be logged: whoever knows a link can answer with it. */
export const masked = (path: string): string =>
  path
    .replace(/(\/s(?:\/|%2f))[^/]+/gi, "$1…")
    // What was typed into a preview is a part of its address.
    .replace(/(\/preview\/[^/]+\/)[^/]+/gi, "$1…")
    .replace(/(?<![\w-])[\w-]{22}(?![\w-])/g, "…");
