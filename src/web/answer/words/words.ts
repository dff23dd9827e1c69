/** Everything the program itself says to respondents. A language that lacks one of them does not compile. */
import type { FaultCode } from "#surveys";

export type FaultWords = Readonly<Record<FaultCode, (limit: string) => string>>;

export interface Words {
  readonly language: string;
  readonly required: string;
  readonly choose: string;
  readonly month: string;
  readonly year: string;
  /** A choice that takes an answer back. */
  readonly noAnswer: string;
  readonly chooseSeveral: string;
  readonly chooseAtLeast: (low: number) => string;
  readonly chooseAtMost: (high: number) => string;
  readonly chooseBetween: (low: number, high: number) => string;
  readonly range: (low: string | undefined, high: string | undefined) => string;
  readonly otherWords: (label: string) => string;
  readonly fromRecords: string;

  readonly section: SectionWords;
  readonly start: StartWords;
  readonly resume: ResumeWords;
  readonly review: ReviewWords;
  readonly thanks: ThanksWords;
  readonly withdraw: WithdrawWords;
  readonly notices: Readonly<Record<NoticeId, Notice>>;
  readonly script: ScriptWords;

  readonly faults: FaultWords;
  /** For dates, where "too small" is too early. */
  readonly tooEarly: (limit: string) => string;
  readonly tooLate: (limit: string) => string;
}

interface SectionWords {
  readonly step: (step: number, about: number) => string;
  readonly untitled: (step: number) => string;
  readonly skipAny: string;
  readonly faults: string;
  readonly faultsKept: string;
  /** Before the title of a page that has something to put right. */
  readonly faultMark: string;
  readonly more: string;
  readonly moreText: string;
  readonly next: string;
  readonly back: string;
  readonly stop: string;
  readonly sameLink: string;
  /** The wave is over, and this person may finish. */
  readonly closing: (until: string) => string;
}

interface StartWords {
  readonly before: string;
  readonly steps: (about: number) => string;
  readonly skipAny: string;
  readonly saved: string;
  readonly later: string;
  readonly ownLink: string;
  readonly linkComes: string;
  readonly anonymous: string;
  readonly withdraw: string;
  readonly consent: string;
  readonly version: (version: string) => string;
  readonly agree: string;
  readonly decline: string;
  readonly changed: string;
}

interface ResumeWords {
  readonly title: string;
  readonly saved: string;
  readonly goOn: string;
  readonly review: string;
  readonly stopped: string;
  readonly stoppedText: string;
  readonly until: (day: string) => string;
}

interface ReviewWords {
  readonly title: string;
  readonly lead: string;
  readonly change: string;
  readonly unanswered: string;
  readonly unusable: (typed: string) => string;
  readonly send: string;
  readonly final: string;
  readonly faults: string;
}

interface ThanksWords {
  readonly title: string;
  readonly sent: string;
  readonly final: string;
  readonly scores: string;
  readonly scoresText: string;
  readonly score: (value: string, top: string) => string;
  /** Between these lies the middle half of the others. */
  readonly others: (low: string, high: string) => string;
  /** What the figures of others rest on. */
  readonly basis: (people: string, day: string) => string;
  readonly formula: string;
  readonly close: string;
}

interface WithdrawWords {
  readonly link: string;
  readonly title: string;
  readonly removed: string;
  readonly stays: string;
  readonly copies: string;
  readonly remove: string;
  readonly keep: string;
  readonly done: string;
  readonly doneText: string;
}

export type NoticeId = "not yet open" | "closed" | "unknown" | "too large" | "no form" | "trouble";

export interface Notice {
  readonly title: string;
  /** @param day when it opens or ended, where that is known */
  readonly text: (day: string | undefined) => string;
  readonly next: string;
}

/** Put into the page for the script, with "{time}" where it writes the time. */
interface ScriptWords {
  readonly saved: string;
  readonly sending: string;
  readonly offline: string;
  readonly restored: string;
}
