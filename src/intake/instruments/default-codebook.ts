/** A codebook for what brings none: a label for each item, and a consent that has yet to be written. */
import { isText, plainLabel } from "./labels.ts";
import type { Draft, Json } from "./foreign.ts";

export const defaultCodebook = ({ properties, sections }: Draft): Json => ({
  consent: { version: "draft", text: consentToWrite },
  items: Object.fromEntries(
    sections.flatMap(({ items }) =>
      items
        .filter(({ element }) => element["type"] !== "html")
        .map(({ element }): [string, Json] => {
          const { name, title } = element;
          return [
            String(name),
            { label: plainLabel(isText(title) ? title : "", String(name), properties["locale"]) },
          ];
        }),
    ),
  ),
  scales: [],
});

/** One text in two languages, so that it adds none to the survey. */
export const consentToWrite =
  "Replace this text before anybody is asked: say who asks, what for, who sees the answers, how long they are kept, and that taking part is voluntary. " +
  "Sustituya este texto antes de preguntar a nadie: diga quién pregunta, para qué, quién ve las respuestas, cuánto tiempo se guardan y que participar es voluntario.";
