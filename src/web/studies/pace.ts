/**
 * How fast a screening goes and how long its step will take, from the notes of its progress. Kept in memory: a
 * screening does not outlive the process that runs it.
 */
export interface Pace {
  readonly perSecond: number;
  /** Until the end of the step; what comes after it is not known. */
  readonly secondsLeft: number;
}

export interface Paces {
  /** Null where it cannot be told yet, or nothing is under way. */
  of(id: string, step: string): Pace | null;
}

export interface KeptPaces extends Paces {
  note(id: string, progress: Progress): void;
  forget(id: string): void;
}

interface Progress {
  readonly step: string;
  readonly done: number;
  /** 0: not known. */
  readonly total: number;
}

/** @param now milliseconds, never going back */
export function keepPaces(now: () => number = () => performance.now()): KeptPaces {
  const kept = new Map<string, Note[]>();
  return {
    of(id, step) {
      const notes = kept.get(id) ?? [];
      return notes.at(-1)?.step === step ? paceFrom(notes, now()) : null;
    },
    note(id, progress) {
      const note = { ...progress, at: now() };
      const before = kept.get(id) ?? [];
      const same = before.at(-1)?.step === note.step && before.at(-1)?.total === note.total;
      kept.set(id, same ? recent([...before, note]) : [note]);
    },
    forget: (id) => void kept.delete(id),
  };
}

interface Note extends Progress {
  /** Milliseconds. */
  readonly at: number;
}

/** The speed of this long is the speed: what was before may have been another kind of work. */
const memory = 20_000;
/** Milliseconds that a speed must have been watched for. */
const enough = 1_000;
/** Milliseconds without a word after which the silence counts, too. */
const silence = 3_000;

function recent(notes: readonly Note[]): Note[] {
  const oldest = notes.at(-1)!.at - memory;
  return notes.slice(notes.findLastIndex(({ at }, i) => i === 0 || at <= oldest));
}

function paceFrom(notes: readonly Note[], now: number): Pace | null {
  const [first, last] = [notes[0]!, notes.at(-1)!];
  const until = now - last.at > silence ? now : last.at;
  const seconds = (until - first.at) / 1000;
  const perSecond = (last.done - first.done) / seconds;
  const left = last.total - last.done;
  if (until - first.at < enough || perSecond <= 0 || left <= 0) return null;
  return { perSecond, secondsLeft: left / perSecond };
}
