/**
 * What one person is asked, given the answers so far: one pass over the items in order. A condition sees the answers of
 * items before it that are shown, and of those that records know; nothing else is known, so nothing else is passed on.
 */
import { commentOf, type Answer, type Answers } from "../answer.ts";
import { holds } from "../expression/evaluate.ts";
import type { Condition, Known } from "../expression/expression.ts";
import type {
  Asking,
  Instrument,
  Section,
  ShownItem,
  ShownSection,
  Walk,
} from "../instrument/instrument.ts";
import { kindOf } from "../items/index.ts";
import type { Item } from "../items/item.ts";
import { areWords } from "../items/one-of.ts";
import { choosesOther } from "../items/options.ts";
import { knownFrom } from "./known.ts";
import { isDrawn } from "./modules.ts";
import { optionOrder } from "./order.ts";

export function walk(instrument: Instrument, answers: Answers, asking: Asking): Walk {
  const taken = new Map<string, Answer>();
  const way: Way = {
    instrument,
    answers,
    asking,
    taken,
    fromRecords: new Set(),
    known: knownFrom(taken, asking.today),
  };
  const sections: ShownSection[] = [];
  for (const section of instrument.sections) {
    const items = isOpen(section, way) ? itemsShown(section, way) : [];
    if (items.length > 0) sections.push({ section, items });
  }
  return { sections, answers: taken, fromRecords: way.fromRecords, today: asking.today };
}

/** How far a walk has come. */
interface Way {
  readonly instrument: Instrument;
  readonly answers: Answers;
  readonly asking: Asking;
  readonly taken: Map<string, Answer>;
  readonly fromRecords: Set<string>;
  /** Looks at `taken`, as far as it is filled. */
  readonly known: Known;
}

const isOpen = (section: Section, { instrument, asking, known }: Way): boolean =>
  isDrawn(instrument, section.name, asking.modules) && isTrue(section.visibleIf, known);

function itemsShown(section: Section, way: Way): readonly ShownItem[] {
  const shown: ShownItem[] = [];
  for (const item of section.items) {
    if (!isTrue(item.visibleIf, way.known)) continue;
    const record = recordOf(item, way);
    if (record?.known === "skip") {
      way.fromRecords.add(item.name);
      take(item, way.asking.known, way.taken);
      continue;
    }
    const required =
      item.required || (item.requiredIf !== undefined && holds(item.requiredIf, way.known));
    const isAnswered = take(item, way.answers, way.taken);
    shown.push({
      item,
      required,
      ...("randomOrder" in item && item.randomOrder
        ? { order: optionOrder(item, way.asking.seed) }
        : {}),
      ...(record !== undefined && !isAnswered ? { suggested: record.answer } : {}),
    });
  }
  return shown;
}

const isTrue = (condition: Condition | undefined, known: Known): boolean =>
  condition === undefined || holds(condition, known);

/** What records say of an item, where it can hold that and the codebook says what is to be done about it. */
function recordOf(
  item: Item,
  { instrument, asking }: Way,
): { readonly known: "skip" | "confirm"; readonly answer: Answer } | undefined {
  const answer = asking.known.get(item.name);
  if (answer === undefined || !kindOf(item).holds(item, answer)) return undefined;
  const notes = instrument.codebook.items;
  const known = Object.hasOwn(notes, item.name) ? notes[item.name]!.known : undefined;
  return known === undefined ? undefined : { known, answer };
}

/** Takes an answer along, with its words; not where it was given to another version and the item cannot hold it. */
function take(item: Item, from: Answers, taken: Map<string, Answer>): boolean {
  const answer = from.get(item.name);
  if (answer === undefined || !kindOf(item).holds(item, answer)) return false;
  taken.set(item.name, answer);
  if (choosesOther(item, answer)) {
    const name = commentOf(item.name);
    const words = from.get(name);
    if (areWords(words)) taken.set(name, words);
  }
  return true;
}
