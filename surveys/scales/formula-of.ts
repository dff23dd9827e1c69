/** The formula of a scale in words, for the people who answered and for the codebook. */
import { itemOf } from "../expression/names.ts";
import type { InstrumentScale } from "../instrument/codebook.ts";
import type { Instrument } from "../instrument/instrument.ts";
import { textIn } from "../instrument/text-in.ts";
import type { Locale, Text } from "../text.ts";
import { scaleBefore } from "./instrument-scales.ts";

/** Complete sentences: what is averaged, how it is moved to 0..top, which answers are turned, who has a score. */
export function formulaOf(
  scale: InstrumentScale,
  instrument: Instrument,
  locale: Locale = instrument.locales[0] ?? "en",
): string {
  const say = wording.get(locale.split("-", 1)[0]!) ?? english;
  const inWords = (text: Text) => textIn(text, locale, instrument.locales);
  const { low, high, top, items, reversed = [], needed } = scale;
  const quoted = (part: string) => say.quoted(inWords(titleOf(scale, part, instrument)));
  const areScores = items.every((part) => scaleBefore(scale, part, instrument) !== undefined);
  const name = inWords(scale.title ?? scale.label);
  const mean = say.mean({ n: items.length, what: say.what(areScores), low, high });
  const isAsItIs = low === 0 && high === top;
  return [
    `${name} = ${isAsItIs ? mean : `${moved(scale)}, ${say.where(mean)}`}: ${items.map(quoted).join(", ")}.`,
    ...reversed.map((part) => say.turned(quoted(part), low + high)),
    needed === items.length ? say.all : say.some(needed),
  ].join(" ");
}

/** M is the mean. */
const moved = ({ low, high, top }: InstrumentScale): string =>
  `${top} × ${low === 0 ? "M" : `(M − ${low})`} ÷ ${high - low}`;

/** What people read of a part: title of a scale, of a row, of an item. */
function titleOf(scale: InstrumentScale, part: string, instrument: Instrument): Text {
  const inner = scaleBefore(scale, part, instrument);
  if (inner !== undefined) return inner.title ?? inner.label;
  const item = instrument.items.get(itemOf(part));
  if (item === undefined || item.kind === "information") return part;
  const rows = item.kind === "matrix" ? item.rows : [];
  return (rows.find(({ name }) => `${item.name}.${name}` === part) ?? item).title;
}

interface Mean {
  readonly n: number;
  readonly what: string;
  readonly low: number;
  readonly high: number;
}

interface Wording {
  quoted(words: string): string;
  what(areScores: boolean): string;
  mean(of: Mean): string;
  where(mean: string): string;
  turned(words: string, sum: number): string;
  readonly all: string;
  some(needed: number): string;
}

const english: Wording = {
  quoted: (words) => `“${words}”`,
  what: (areScores) => (areScores ? "scores" : "answers"),
  mean: ({ n, what, low, high }) => `the mean of ${n} ${what} from ${low} to ${high}`,
  where: (mean) => `where M is ${mean}`,
  turned: (words, sum) => `${words} counts as ${sum} minus the answer.`,
  all: "It takes all of them.",
  some: (needed) => `It takes at least ${needed} of them.`,
};

const spanish: Wording = {
  quoted: (words) => `«${words}»`,
  what: (areScores) => (areScores ? "puntuaciones" : "respuestas"),
  mean: ({ n, what, low, high }) => `la media de ${n} ${what} de ${low} a ${high}`,
  where: (mean) => `donde M es ${mean}`,
  turned: (words, sum) => `${words} cuenta como ${sum} menos la respuesta.`,
  all: "Se necesitan todas.",
  some: (needed) => `Se necesitan al menos ${needed} de ellas.`,
};

const wording: ReadonlyMap<Locale, Wording> = new Map([
  ["en", english],
  ["es", spanish],
]);
