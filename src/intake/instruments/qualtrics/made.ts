/** What a question of Qualtrics is made into. */
import type { Json } from "../foreign.ts";
import type { Asked } from "./open.ts";
import type { Speaking } from "./speaking.ts";

/** The items, or a sentence that says why there are none. */
export type Maker = (speaking: Speaking) => Made | string;

export interface Made {
  readonly elements: readonly Json[];
  readonly asked: Asked;
}
