/** The one door to the questions. */
export * from "./codebook.ts";
