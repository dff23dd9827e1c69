/**
 * What was planted in the sample campus. Three tables say everything: who studies what, how each
 * experience is sought by whom (`lean`) and how far alumni answers go with it (`toward`). The truth is
 * read off the same tables (truth.ts), so it cannot drift from the numbers.
 *
 * Field of study, first-generation status and grades are drawn independently of each other. So a
 * planted confounding runs through exactly the covariates that experience and outcome both lean on, and
 * an experience that leans on nothing is associated with nothing.
 */

/** How strongly something goes with who a student is, in standard deviations. */
export interface Lean {
  /** Field of study: how well its labour market pays. */
  readonly market?: number;
  /** Field of study: how much it is about serving others. */
  readonly civic?: number;
  /** First in the family at college, against the others. */
  readonly firstgen?: number;
  /** Per half point of grade average. */
  readonly grades?: number;
}

/** Outcome scores gained per step of an experience (done, one attendance, one sd), in noise sds. */
type Toward = Partial<Record<OutcomeKey, number>>;

interface Sought {
  readonly lean: Lean;
  readonly toward: Toward;
}

/** nsse: codes 1 to 4. Done by those who like it more than `cut`, in sds (0: half of those who lean neither way). */
interface Practice extends Sought {
  readonly kind: "practice";
  readonly column: string;
  readonly cut: number;
}
/** log: up to one of a kind in each of eight terms, with this chance for those who lean neither way. */
interface Event extends Sought {
  readonly kind: "event";
  readonly type: string;
  readonly perTerm: number;
}
/** nsse: several items of one scale. */
interface Trait extends Sought {
  readonly kind: "trait";
  readonly scale: string;
}
export type Experience = Practice | Event | Trait;

export const majors = [
  { name: "Arts & Humanities", share: 0.1, market: -1.2, civic: 0.2 },
  {
    name: "Biological Sciences, Agriculture, & Natural Resources",
    share: 0.1,
    market: -0.3,
    civic: 0,
  },
  {
    name: "Physical Sciences, Mathematics, & Computer Science",
    share: 0.09,
    market: 1,
    civic: -0.9,
  },
  { name: "Social Sciences", share: 0.13, market: -0.5, civic: 0.6 },
  { name: "Business", share: 0.19, market: 1, civic: -0.9 },
  { name: "Communications, Media, & Public Relations", share: 0.07, market: -0.4, civic: 0.1 },
  { name: "Education", share: 0.07, market: -1.3, civic: 1.5 },
  { name: "Engineering", share: 0.1, market: 1.7, civic: -1 },
  { name: "Health Professions", share: 0.1, market: 0.6, civic: 0.9 },
  { name: "Social Service Professions", share: 0.05, market: -1.4, civic: 2.2 },
] as const;

/** `code` as on the form (1 = C- or lower ... 8 = A); points as a registrar counts them. */
export const grades = [
  { code: 3, points: 2.3, share: 0.05 },
  { code: 4, points: 2.7, share: 0.1 },
  { code: 5, points: 3, share: 0.22 },
  { code: 6, points: 3.3, share: 0.25 },
  { code: 7, points: 3.7, share: 0.22 },
  { code: 8, points: 4, share: 0.16 },
] as const;

/** Alumni answers, by column of alumni.csv. */
export const outcomes = {
  career_satisfaction: { lean: { firstgen: -0.65, market: 0.2, grades: 0.15 } },
  economic_mobility: { lean: { firstgen: -0.6, market: 0.45, grades: 0.3 } },
  community_engagement: { lean: { civic: 0.4, grades: 0.15 } },
} as const satisfies Record<string, { lean: Lean }>;
export type OutcomeKey = keyof typeof outcomes;
export const outcomeKeys = Object.keys(outcomes) as OutcomeKey[];

/** What students did, by the name that the joined study gives it: everything the suggested plan ranks. */
export const experiences = {
  intern_done: {
    kind: "practice",
    column: "intern",
    cut: 0.1,
    lean: { market: 0.35, grades: 0.15 },
    toward: { career_satisfaction: 0.34, economic_mobility: 0.5 },
  },
  servcourse_done: {
    kind: "practice",
    column: "servcourse",
    cut: 0,
    lean: { civic: 0.4 },
    toward: { community_engagement: 0.6 },
  },
  SF: {
    kind: "trait",
    scale: "SF",
    lean: { grades: 0.2 },
    toward: { career_satisfaction: 0.34, community_engagement: 0.26 },
  },
  mock_interview: {
    kind: "event",
    type: "Mock interview",
    perTerm: 0.06,
    lean: { market: 0.2 },
    toward: { career_satisfaction: 0.2, economic_mobility: 0.26 },
  },
  employer_visit: {
    kind: "event",
    type: "Employer visit",
    perTerm: 0.055,
    lean: { market: 0.3 },
    toward: { economic_mobility: 0.28 },
  },
  advising_appointment: {
    kind: "event",
    type: "Advising appointment",
    perTerm: 0.1,
    lean: { firstgen: 1.3 },
    toward: { career_satisfaction: 0.16 },
  },
  abroad_done: {
    kind: "practice",
    column: "abroad",
    cut: 0.3,
    lean: { firstgen: -1.4 },
    toward: {},
  },
  research_done: {
    kind: "practice",
    column: "research",
    cut: 0.5,
    lean: { grades: 0.6 },
    toward: {},
  },
  career_fair: {
    kind: "event",
    type: "Career fair",
    perTerm: 0.1,
    lean: { market: 0.9 },
    toward: {},
  },
  learncom_done: { kind: "practice", column: "learncom", cut: 0.6, lean: {}, toward: {} },
  QR: { kind: "trait", scale: "QR", lean: {}, toward: {} },
  resume_workshop: { kind: "event", type: "Resume workshop", perTerm: 0.075, lean: {}, toward: {} },
} as const satisfies Record<string, Experience>;
export type ExperienceKey = keyof typeof experiences;
export const experienceEntries = Object.entries(experiences) as [ExperienceKey, Experience][];

/** What a lean comes to for one student. */
export function leaning(
  lean: Lean,
  who: { major: (typeof majors)[number]; firstgen: boolean; points: number },
): number {
  return (
    (lean.market ?? 0) * who.major.market +
    (lean.civic ?? 0) * who.major.civic +
    (lean.firstgen ?? 0) * (who.firstgen ? 1 : 0) +
    (lean.grades ?? 0) * ((who.points - 3.3) / 0.5)
  );
}
