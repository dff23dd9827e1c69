/** Elements of XML as text. What comes from outside passes through `text` or an attribute, nowhere else. */

export interface Xml {
  readonly xml: string;
}
type Attributes = Readonly<Record<string, string | number | undefined>>;

export function element(
  name: string,
  attributes: Attributes,
  ...content: readonly (Xml | string)[]
): Xml {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escaped(String(value))}"`],
  );
  const inner = content.map((part) => (typeof part === "string" ? escaped(part) : part.xml));
  const tag = `${name}${written.join("")}`;
  return { xml: inner.length === 0 ? `<${tag}/>` : `<${tag}>${inner.join("")}</${name}>` };
}

/** Characters that XML 1.0 does not have become U+FFFD. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu, (found) =>
      found >= "\u007f" && found <= "\u009f" ? found : "\ufffd",
    )
    .replaceAll(/[&<>"\r]/g, (found) => entities[found]!);

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
};
