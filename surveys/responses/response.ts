/** What a data set is made of: returns of people, and the versions of the instrument they saw. */
import type { Answer } from "../answer.ts";
import type { PageEvent } from "../engine/fold.ts";
import type { Asking, Instrument } from "../instrument/instrument.ts";

/** A version by its number, counted from 1. */
export interface Version {
  readonly number: number;
  readonly instrument: Instrument;
}

/** One person's return. */
export interface CollectedResponse {
  /** The id of the roster, or one made up where nobody is known. */
  readonly person: string;
  readonly asking: Asking;
  /** In the order in which they were kept. */
  readonly saves: readonly Save[];
  readonly complete: boolean;
  readonly locale: string;
  readonly device: string;
}

/** One section, sent once. */
export interface Save extends PageEvent {
  readonly section: string;
  /** Number of the version that was shown. */
  readonly version: number;
  /** From showing to sending. */
  readonly seconds: number | null;
  readonly late: boolean;
}

/** What a response has to say about an item. */
export type Given = Answered | Missing;

export interface Answered {
  readonly state: "answered";
  readonly answer: Answer;
  /** The words beside "other". */
  readonly comment?: string;
  /** Of the instrument, as the item was last asked. */
  readonly version: number;
}

export interface Missing {
  readonly state: "missing";
  readonly because: "skipped" | "not asked" | "not applicable";
}
