/** What a page remembers of itself while it is filled in. */
import type { FC } from "hono/jsx";
import type { Locale } from "#surveys";

/** The names of hidden fields begin with "~": no item has such a name. */
export interface Remembered {
  /** One for each rendered form: the same page sent twice is stored once. */
  readonly key: string;
  readonly version: string;
  /** The last event that the page knows of. */
  readonly seen: number;
  /** When it was shown, in milliseconds. */
  readonly shown: number;
  /** Items that are on the page. */
  readonly asked: readonly string[];
  readonly locale: Locale;
  /** Where the person came from the review, to go back to. */
  readonly back?: boolean;
}

export const Hidden: FC<{ readonly of: Remembered }> = ({ of }) => (
  <>
    <input type="hidden" name="~key" value={of.key} />
    <input type="hidden" name="~version" value={of.version} />
    <input type="hidden" name="~seen" value={String(of.seen)} />
    <input type="hidden" name="~shown" value={String(of.shown)} />
    <input type="hidden" name="~asked" value={of.asked.join(" ")} />
    <input type="hidden" name="~lang" value={of.locale} />
    {of.back && <input type="hidden" name="~back" value="review" />}
  </>
);
