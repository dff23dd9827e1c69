/**
 * What alumni of the sample campus say, item by item, in the instrument on career mobility. Scales lean on how people
 * fared, so that what was planted is found again in them; all else is plausible and has nothing to do with anything.
 */
import type { Answer, Item } from "#surveys";
import type { Chance } from "./chance.ts";
import type { Person } from "./people.ts";

export interface Respondent {
  readonly person: Person;
  readonly draw: Chance;
  /** Years out, for amounts and dates. */
  readonly year: number;
}

/** Null: left blank. */
export function answerOf(item: Item, who: Respondent): Answer | null {
  if (who.draw.happens(skipped)) return null;
  const own = Object.hasOwn(answers, item.name) ? answers[item.name] : undefined;
  return own === undefined ? anyAnswer(item, who.draw) : own(who);
}

const skipped = 0.015;

/** Five steps, lopsided to the upper ones, around a score with noise sd 1. */
const step = (score: number, draw: Chance): number =>
  1 + cuts.filter((cut) => score + 0.8 * draw.normal() > cut).length;
const cuts = [-1.7, -0.8, 0.1, 1.3];

const rows =
  (names: readonly string[], score: (who: Respondent) => number) =>
  (who: Respondent): Answer => {
    const level = score(who);
    return Object.fromEntries(
      names
        .filter(() => !who.draw.happens(skipped))
        .map((name) => [name, step(level, who.draw)] as const),
    );
  };

const fared = {
  career: ({ person }: Respondent) => person.fared.career_satisfaction,
  mobility: ({ person }: Respondent) => person.fared.economic_mobility,
  civic: ({ person }: Respondent) => person.fared.community_engagement,
};
const mobility = (who: Respondent): Answer => step(fared.mobility(who), who.draw);
/** Partly how the career went, partly a mood. */
const looksBack = (who: Respondent): number => 0.4 * fared.career(who) + 0.6 * who.draw.normal();

const works = (share: number) => (who: Respondent) => (who.draw.happens(share) ? 1 : 0);

const answers: Readonly<Record<string, (who: Respondent) => Answer>> = {
  main_activity: (who) =>
    pick(who.draw, [
      [fared.mobility(who) > -1.4 ? 0.78 : 0.4, "employed_full"],
      [0.08, "employed_part"],
      [0.06, "self_employed"],
      [0.02, "service"],
      [0.04, "studying"],
      [0.03, "seeking"],
      [1, "caring"],
    ]),
  career: rows(["advance", "interest", "strengths", "freedom", "use"], fared.career),
  mobility_family: mobility,
  mobility_progress: mobility,
  mobility_bills: mobility,
  mobility_reserve: mobility,
  civic: rows(["volunteer", "neighbor", "group", "give", "public"], fared.civic),
  prep: rows(["explore", "search", "begin", "people", "change"], looksBack),
  studies: rows(["teaching", "support", "worth"], looksBack),
  choose_again: (who) => step(looksBack(who), who.draw),
  able: rows(["career", "explain", "judge", "include", "lead", "rely", "team", "tools"], looksBack),
  pay_currency: () => "USD",
  pay_band: (who) => {
    const thousands = 51 + 6 * who.person.major.market + 7 * fared.mobility(who);
    return 1 + bands.filter((band) => thousands + 9 * who.draw.normal() >= band).length;
  },
  pay_year: ({ year }) => year,
  first_job_months: ({ draw }) => Math.max(0, Math.round(2 + 3 * draw.normal())),
  work_hours: ({ draw }) => 30 + draw.below(21),
  worked_since: ({ draw }) => draw.happens(0.8),
  did: ({ person: { did }, draw }) => {
    const done = [
      [did.intern_done > 0, "internship"],
      [draw.happens(0.45), "campus_job"],
      [did.advising_appointment > 0, "career_office"],
      [did.mock_interview > 0, "mock_interview"],
      [did.employer_visit > 0, "employer_visit"],
      [did.research_done > 0, "research"],
      [did.SF + draw.normal() > 0.8, "mentor"],
      [did.servcourse_done > 0, "service"],
      [did.abroad_done > 0, "abroad"],
      [draw.happens(0.3), "leadership"],
    ] as const;
    const named = done.filter(([was]) => was).map(([, name]) => name);
    return named.length === 0 ? ["none"] : named;
  },
  first_generation: ({ person }) => (person.firstgen ? 1 : 0),
  ties_recommend: works(0.8),
};

/** Lower ends of the bands of pay from the second on, in thousands. */
const bands = [20, 30, 40, 50, 60, 75, 100, 125, 150, 200];

function anyAnswer(item: Item, draw: Chance): Answer | null {
  switch (item.kind) {
    case "single choice":
    case "dropdown":
    case "rating":
      return item.options[draw.below(item.options.length)]!.code;
    case "multiple choice": {
      const chosen = item.options.filter(() => draw.happens(0.35)).map(({ code }) => code);
      return chosen.length === 0 ? null : chosen;
    }
    case "matrix":
      return Object.fromEntries(
        item.rows.map(({ name }) => [name, item.options[draw.below(item.options.length)]!.code]),
      );
    case "yes/no":
      return draw.happens(0.5) ? item.yesCode : item.noCode;
    default:
      return null;
  }
}

/** The first whose share is not yet used up; the last takes the rest. */
function pick<T>(draw: Chance, from: readonly (readonly [share: number, value: T])[]): T {
  let left = draw.uniform();
  return from.find(([share]) => (left -= share) < 0)?.[1] ?? from.at(-1)![1];
}
