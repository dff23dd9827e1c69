/** Chance that stays: a function of the seed of a response and of a name, so a page looks the same when it is opened again. */
import { stream, type Stream } from "#analysis";
import type { Code } from "../answer.ts";
import { codesOf, type WithOptions } from "../items/options.ts";

/** Codes in one person's order; other, none of these and their kin stay at the end. */
export function optionOrder(
  item: WithOptions & { readonly name: string },
  seed: number,
): readonly Code[] {
  const codes = codesOf(item);
  const own = item.options.length;
  return [...shuffled(codes.slice(0, own), chanceOf(item.name, seed)), ...codes.slice(own)];
}

/** The random numbers of one name; those of another name have nothing to do with them. */
export const chanceOf = (name: string, seed: number): Stream => stream(seed, hashed(name));

/** Every order equally likely (Fisher and Yates 1938, as Durstenfeld 1964 has it). */
export function shuffled<T>(values: readonly T[], chance: Stream): readonly T[] {
  const order = [...values];
  for (let last = order.length - 1; last > 0; last--) {
    const other = chance.below(last + 1);
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}

/** FNV-1a (Fowler, Noll and Vo 1991): a name as an address of 32 bits. */
function hashed(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
