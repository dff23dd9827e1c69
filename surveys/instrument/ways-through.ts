/** Ways of people who answer at random: what different people are shown, before anybody was asked. */
import { stream, type Stream } from "#analysis";
import type { Answer, Code } from "../answer.ts";
import { drawModules } from "../engine/modules.ts";
import { walk } from "../engine/walk.ts";
import type { Item, NumberItem } from "../items/item.ts";
import { codesOf } from "../items/options.ts";
import { asOptions } from "../items/yes-no.ts";
import type { Instrument, Walk } from "./instrument.ts";

/** Always the same ways: the seed is the number of the way. */
export function waysThrough(instrument: Instrument, count: number): readonly Walk[] {
  return Array.from({ length: count }, (_, seed) => {
    const chance = stream(seed, 0);
    const answers = new Map<string, Answer>();
    for (const item of instrument.items.values()) {
      const answer = anyAnswer(item, chance);
      if (answer !== undefined) answers.set(item.name, answer);
    }
    return walk(instrument, answers, {
      seed,
      modules: drawModules(instrument.codebook.modules, seed),
      known: new Map(),
      today: "2000-01-01",
    });
  });
}

/** Of what conditions can look at; words and dates are left out. */
function anyAnswer(item: Item, chance: Stream): Answer | undefined {
  const one = (codes: readonly Code[]): Code => codes[chance.below(codes.length)]!;
  switch (item.kind) {
    case "single choice":
    case "dropdown":
    case "rating":
      return one(codesOf(item));
    case "yes/no":
      return one(codesOf(asOptions(item)));
    case "multiple choice":
      return [one(codesOf(item))];
    case "matrix":
      return Object.fromEntries(item.rows.map(({ name }) => [name, one(codesOf(item))]));
    case "number":
      return anyNumber(item, chance);
    default:
      return undefined;
  }
}

function anyNumber({ low = 0, high = low + 100 }: NumberItem, chance: Stream): number {
  const steps = Math.min(1_000, Math.max(1, Math.floor(high - low)));
  return low + chance.below(steps);
}
