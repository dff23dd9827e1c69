/** Words in one language or several. */

/** A language as in BCP 47: "en", "es", "pt-BR". */
export type Locale = string;

/** The same words in every language, or words by language; "default" is the instrument's first language. */
export type Text = string | Readonly<Record<Locale, string>>;
