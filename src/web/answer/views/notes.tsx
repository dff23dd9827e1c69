/** Boxes above a form: what is to be put right, what was added. Each line has a link to its field. */
import type { FC } from "hono/jsx";
import type { ToldFault } from "../faults.ts";
import type { Speech } from "../speech.ts";

interface Line {
  readonly href: string;
  readonly text: string;
}

interface SummaryProps {
  readonly kind: "wrong" | "more";
  readonly title: string;
  readonly text?: string;
  readonly lines: readonly Line[];
  readonly speech: Speech;
}

/** Takes the focus, so that it is read first by whoever cannot see it. */
export const Summary: FC<SummaryProps> = ({ kind, title, text, lines, speech }) =>
  lines.length === 0 ? null : (
    <section class={`summary ${kind}`} aria-labelledby="summary" tabindex={-1} autofocus>
      <h2 id="summary" {...speech.own}>
        {title}
      </h2>
      {text !== undefined && <p {...speech.own}>{text}</p>}
      <ul>
        {lines.map(({ href, text }) => (
          <li>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </section>
  );

export const faultLine = ({ field, title, text }: ToldFault, page = ""): Line => ({
  href: `${page}#${field}`,
  text: /[.:?!؟]$/.test(title) ? `${title} ${text}` : `${title}: ${text}`,
});

/** What the script says: that a page was saved, that there is no connection. */
export const Status: FC<{ readonly speech: Speech }> = ({ speech: { words, own } }) => (
  <output
    class="status"
    {...own}
    data-saved={words.script.saved}
    data-sending={words.script.sending}
    data-offline={words.script.offline}
    data-restored={words.script.restored}
  ></output>
);
