/** What is known while an instrument is read from the first item to the last. */
import type { Item } from "../items/item.ts";
import type { InstrumentIssue } from "./findings.ts";
import { refused, type Place, type Said } from "./refusal.ts";

export interface ReadingState {
  readonly issues: InstrumentIssue[];
  /** Items read so far: those that a condition may look at. */
  readonly items: Map<string, Item>;
  /** Names of all items, read or not. */
  readonly names: ReadonlySet<string>;
}

/** Where something stands, and what is known there. */
export interface Spot {
  readonly state: ReadingState;
  readonly place: Place;
  /** Of the item or section. */
  readonly name: string;
}

export const under = (spot: Spot, ...steps: Place): Spot => ({
  ...spot,
  place: [...spot.place, ...steps],
});

export function refuse({ state, place, name }: Spot, said: Omit<Said, "place" | "name">): void {
  state.issues.push(refused({ ...said, place, name }));
}
