/** The table of instruments that come with the program. To add one: a file beside this, and a line here. */
import alumniCareerMobility from "./alumni-career-mobility.json" with { type: "json" };
import firstDestination from "./first-destination.json" with { type: "json" };
import studentExperience from "./student-experience.json" with { type: "json" };

export interface ShippedInstrument {
  readonly id: string;
  /** What `readInstrument` takes. */
  readonly file: { readonly definition: unknown; readonly codebook: unknown };
}

export const instruments: readonly ShippedInstrument[] = [
  { id: "alumni-career-mobility", file: alumniCareerMobility },
  { id: "first-destination", file: firstDestination },
  { id: "student-experience", file: studentExperience },
];
