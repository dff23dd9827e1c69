/** The frame of the pages respondents answer on: light, in their language and direction, nothing of the staff's. */
import type { FC } from "hono/jsx";
import type { Locale } from "#surveys";
import { addressOf } from "../assets.ts";
import type { Speech } from "./speech.ts";
import type { AnswerView, Languages } from "./view.ts";

/** The whole page as an answer over HTTP. */
export async function respondAnswer(view: AnswerView): Promise<Response> {
  const html = await Promise.resolve(<AnswerLayout view={view} />);
  return new Response(`<!doctype html>${String(html)}`, {
    status: view.status ?? 200,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-language": view.speech.locale,
      "x-robots-tag": "noindex",
    },
  });
}

const AnswerLayout: FC<{ readonly view: AnswerView }> = ({ view }) => {
  const { speech, survey, languages } = view;
  return (
    <html lang={speech.locale} dir={speech.direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{[view.title, survey].filter((part) => part !== undefined).join(" · ")}</title>
        <link rel="icon" href={addressOf("mark.svg")} type="image/svg+xml" />
        <link rel="stylesheet" href={addressOf("answer.css")} />
        {view.draft && <script type="module" src={addressOf("save-draft.js")}></script>}
      </head>
      <body>
        {view.banner}
        <header>
          {survey !== undefined && <p class="survey">{survey}</p>}
          {languages !== undefined && "links" in languages.by && (
            <LanguageSwitch speech={speech} languages={languages} />
          )}
        </header>
        <main>{view.body}</main>
        <footer>
          {languages !== undefined && "form" in languages.by && (
            <LanguageSwitch speech={speech} languages={languages} />
          )}
          {view.withdraw !== undefined && (
            <p {...speech.own}>
              <a href={view.withdraw}>{speech.words.withdraw.link}</a>
            </p>
          )}
        </footer>
      </body>
    </html>
  );
};

interface SwitchProps {
  readonly speech: Speech;
  readonly languages: Languages;
}

const LanguageSwitch: FC<SwitchProps> = ({ speech, languages: { locales, by } }) => {
  const others = locales.filter((locale) => locale !== speech.locale);
  if (others.length === 0) return null;
  return (
    <nav class="languages" aria-label={speech.words.language}>
      <ul>
        {others.map((locale) => (
          <li lang={locale}>
            {"links" in by ? (
              <a href={`${by.links}?lang=${encodeURIComponent(locale)}`} hreflang={locale}>
                {nameOf(locale)}
              </a>
            ) : (
              <button class="plain" form={by.form} name="~then" value={`lang ${locale}`}>
                {nameOf(locale)}
              </button>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
};

/** As its speakers call it. */
function nameOf(locale: Locale): string {
  const kept = languageNames.get(locale);
  if (kept !== undefined) return kept;
  const name = new Intl.DisplayNames([locale], { type: "language" }).of(locale) ?? locale;
  const written = name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
  languageNames.set(locale, written);
  return written;
}

/** Making one takes longer than everything else on a page. */
const languageNames = new Map<Locale, string>();
