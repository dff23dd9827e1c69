/**
 * What somebody has answered in a preview. It travels in the address, so nothing is stored anywhere: every page can be
 * reloaded, and a colleague who gets the address sees the same page.
 */
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { z } from "zod";
import type { Locale, PageEvent } from "#surveys";
import { Problem } from "../../problem.ts";
import type { ReadPage } from "../answer/read-page.ts";

export interface PreviewState {
  readonly locale: Locale;
  /** Pages that were sent, in this order; each at most once. */
  readonly pages: readonly SentPage[];
}

export interface SentPage extends ReadPage {
  readonly section: string;
}

const code = z.union([z.string(), z.number(), z.boolean()]);
const answer = z.union([code, z.array(code), z.record(z.string(), code)]);
const sentPage = z.object({
  section: z.string(),
  answers: z.record(z.string(), answer.nullable()),
  typed: z.record(z.string(), z.record(z.string(), z.string())).optional(),
});
const state = z.object({ locale: z.string(), pages: z.array(sentPage) });

/** A page sent again takes the place of what it sent before. */
export const withPage = ({ locale, pages }: PreviewState, page: SentPage): PreviewState => ({
  locale,
  pages: [...pages.filter(({ section }) => section !== page.section), page],
});

/** As if they had been stored, one after the other, each page knowing all before it. */
export const eventsOf = ({ pages }: PreviewState): PageEvent[] =>
  pages.map(({ typed, ...page }, i) => ({
    ...page,
    ...(typed === undefined ? {} : { typed }),
    id: i + 1,
    seen: i,
  }));

/** @throws Problem where it is too long for an address */
export function writeState(given: PreviewState): string {
  const text = deflateRawSync(JSON.stringify(given)).toString("base64url");
  if (text.length > longest)
    throw new Problem("too-large", "The texts of this preview are too long to be carried on.", {
      next: "Go back and write shorter ones. Respondents can write as much as the question allows.",
    });
  return text;
}

/** @throws Problem "not-found" where it was never written here */
export function readState(text: string): PreviewState {
  try {
    const bytes = Buffer.from(text.slice(0, longest), "base64url");
    const found: unknown = JSON.parse(
      inflateRawSync(bytes, { maxOutputLength: 1_000_000 }).toString("utf8"),
    );
    const { locale, pages } = state.parse(found);
    return {
      locale,
      pages: pages.map(({ typed, ...page }) => (typed === undefined ? page : { ...page, typed })),
    };
  } catch (error) {
    throw Object.assign(
      new Problem("not-found", "The preview cannot go on from this address.", {
        next: "Begin it again on the page of the instrument.",
      }),
      { cause: error },
    );
  }
}

/** Addresses beyond 16,000 characters are refused by the server. */
const longest = 8_000;
