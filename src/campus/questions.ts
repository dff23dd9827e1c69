/** The questions of nsse.csv in the order of the form, and how the seniors of the campus answer them. */
import type { Chance } from "./chance.ts";
import { experienceEntries } from "./model.ts";
import type { Person } from "./people.ts";

export interface Respondent {
  readonly person: Person;
  readonly draw: Chance;
  /** How high somebody rates whatever is asked, in sds; unrelated to anything else. */
  readonly style: number;
  /** By scale, in sds. */
  readonly traits: Readonly<Record<string, number>>;
  /** 1 man, 2 woman, 3 another. */
  readonly gender: 1 | 2 | 3;
}

export interface Question {
  readonly column: string;
  answer(of: Respondent): number;
}

export function respondent(person: Person, draw: Chance): Respondent {
  const traits = Object.fromEntries(scales.map(({ name }) => [name, draw.normal()]));
  for (const [key, experience] of experienceEntries)
    if (experience.kind === "trait") traits[experience.scale] = person.did[key];
  const gender = choose([0.385, 0.6, 0.015], draw) as 1 | 2 | 3;
  return { person, draw, style: draw.normal(), traits, gender };
}

/** A rating from 1 up: one more than the number of cuts below the score. */
const rate = (score: number, cuts: readonly number[]) =>
  1 + cuts.filter((cut) => score > cut).length;
const fourPoints = [-1.3, -0.2, 0.9];
const sevenPoints = [-2.1, -1.6, -1, -0.3, 0.5, 1.3];

/** A code from 1 up, with these chances. */
function choose(chances: readonly number[], draw: Chance): number {
  let left = draw.uniform();
  const index = chances.findIndex((share) => (left -= share) < 0);
  return index < 0 ? chances.length : index + 1;
}

interface Scale {
  readonly name: string;
  readonly items: string;
}

/** Four-point items of one scale: its trait, the answering style and noise. */
const scaleItems = ({ name, items }: Scale, cuts = fourPoints): Question[] =>
  items.split(" ").map((item, position) => ({
    column: name + item,
    answer: ({ traits, style, draw }) =>
      rate(
        0.75 * traits[name]! + 0.4 * style + 0.6 * draw.normal() + 0.15 * ((position % 3) - 1),
        cuts,
      ),
  }));

/** Seven points, and 9 for those who have nothing to do with the office asked about. */
const interactions = (scale: Scale): Question[] =>
  scaleItems(scale, sevenPoints).map(({ column, answer }, position) => ({
    column,
    answer: (of) => (of.draw.happens([0.01, 0.03, 0.02, 0.13, 0.17][position]!) ? 9 : answer(of)),
  }));

/** 1 have not decided, 2 do not plan to, 3 plan to, 4 done or in progress. */
const practice = (column: string, done: (of: Respondent) => boolean): Question => ({
  column,
  answer: (of) => (done(of) ? 4 : choose([0.15, 0.65, 0.2], of.draw)),
});

const gain = (word: string): Question => ({
  column: `pg${word}`,
  answer: ({ style, draw }) => rate(0.2 + 0.5 * style + 0.8 * draw.normal(), fourPoints),
});

const opinion = (column: string): Question => ({
  column,
  answer: ({ style, draw }) => rate(0.8 + 0.4 * style + 0.8 * draw.normal(), fourPoints),
});

const scale = {
  HO: { name: "HO", items: "apply analyze evaluate form" },
  RI: { name: "RI", items: "integrate societal diverse ownview perspect newview connect" },
  QR: { name: "QR", items: "conclude problem evaluate" },
  CL: { name: "CL", items: "askhelp explain study project" },
  DD: { name: "DD", items: "race economic religion political" },
  SF: { name: "SF", items: "career otherwork discuss perform" },
  ET: { name: "ET", items: "goals organize example draftfb feedback" },
  LS: { name: "LS", items: "reading notes summary" },
  QI: { name: "QI", items: "student advisor faculty staff admin" },
  SE: { name: "SE", items: "academic learnsup diverse social wellness nonacad activities events" },
} as const;
const scales: readonly Scale[] = Object.values(scale);

const did = (key: "intern_done" | "abroad_done" | "research_done" | "learncom_done") => {
  return ({ person }: Respondent) => person.did[key] === 1;
};

export const questions: readonly Question[] = [
  ...scaleItems(scale.HO),
  ...scaleItems(scale.RI),
  ...scaleItems(scale.QR),
  ...scaleItems(scale.CL),
  ...scaleItems(scale.SF),
  practice("intern", did("intern_done")),
  practice("leader", ({ draw }) => draw.happens(0.35)),
  practice("learncom", did("learncom_done")),
  practice("abroad", did("abroad_done")),
  practice("research", did("research_done")),
  practice("capstone", ({ draw }) => draw.happens(0.45)),
  {
    column: "servcourse",
    answer: ({ person, draw }) =>
      person.did.servcourse_done === 1 ? 1 + choose([0.7, 0.22, 0.08], draw) : 1,
  },
  ...scaleItems(scale.DD),
  ...scaleItems(scale.ET),
  ...scaleItems(scale.LS),
  ...interactions(scale.QI),
  ..."write speak think analyze work others values diverse probsolve citizen".split(" ").map(gain),
  ...scaleItems(scale.SE),
  opinion("evalexp"),
  opinion("sameinst"),
  { column: "genderid", answer: ({ gender }) => gender },
  { column: "firstgen", answer: ({ person }) => (person.firstgen ? 1 : 0) },
  { column: "grades", answer: ({ person }) => person.grade.code },
];
