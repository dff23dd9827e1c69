/** What R is asked to find again: files, and a plan for each, so that every method, covariates and weights occur. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { generateCampus } from "../../src/campus/campus.ts";
import { readSource, readSourceFile } from "../../src/intake/read.ts";
import type { Source } from "../../src/intake/source.ts";
import { readLearningOutcomes } from "../../src/studies/learning-outcomes-file.ts";
import type { Specification } from "../../src/studies/run-study.ts";
import { corpusDirectory } from "../reference/corpus.ts";
import { sourceOf } from "../support/source-of.ts";
import { drawn } from "./drawn.ts";
import { madeUp } from "./made-up.ts";

export interface Question {
  readonly name: string;
  /** Undefined where the file is not on this machine. */
  sources(): Promise<readonly Source[]> | undefined;
  readonly specification: Specification;
}

function corpusFile(name: string) {
  const path = join(corpusDirectory(), "data", name);
  return () => (existsSync(path) ? readSourceFile(path).then(({ source }) => [source]) : undefined);
}

const campus = generateCampus();

const campusSources = () =>
  Promise.all(
    campus.files.map(({ name, text }) =>
      readSource(Readable.from([Buffer.from(text)]), { name }).then(({ source }) => source),
    ),
  );

const experiences = ["hol1", "sfi2", "career_visits", "internship", "research", "study_abroad"];
const alumni = {
  outcomes: ["satisfaction", "salary", "mobility", "employed", "major"],
  predictors: [...experiences, "capstone", "female"],
  covariates: ["gpa", "first_gen", "cohort"],
  replicates: 20,
};
const bfi = { outcomes: ["N1", "age", "gender"], covariates: ["education"], replicates: 0 };
const traits = ["A1", "A2", "C1", "C4", "E1", "E5", "O1", "O4"];
const scoring = "all items" as const;

const forGroups = [
  "mean-difference",
  "hedges-g",
  "risk-difference",
  "risk-ratio",
  "odds-ratio",
  "omega-squared",
  "epsilon-squared",
] as const;

const graduates = {
  outcomes: ["salary", "employed", "satisfaction"],
  predictors: ["internship", "visits", "hours a week", "leadership", "major", "award"],
  covariates: ["gpa", "first generation"],
  replicates: 20,
};
const regions = { strata: "region", clusters: "campus" };
const known = [
  { variable: "gender", people: { Woman: 5210, Man: 4100 } },
  { variable: "class year", people: { 2019: 2000, 2020: 2310, 2021: 2400, 2022: 2600 } },
];
const skills = [
  { id: "work", label: "Works with others", evidence: ["internship", "leadership", "visits"] },
  { id: "plan", label: "Plans ahead", evidence: ["visits", "hours a week"] },
  { id: "field", label: "Knows a field", evidence: ["major", "internship"] },
];

export const questions: readonly Question[] = [
  {
    name: "the sample campus, weighted, with learning outcomes",
    sources: campusSources,
    specification: {
      scoring,
      plan: { ...campus.plan, replicates: 20 },
      learningOutcomes: readLearningOutcomes(campus.clos, "clos.json"),
    },
  },
  {
    name: "the sample campus, unweighted, without covariates",
    sources: campusSources,
    specification: {
      scoring,
      plan: { ...campus.plan, covariates: [], weight: null, confidence: 0.9, replicates: 0 },
    },
  },
  {
    name: "simulated alumni",
    sources: corpusFile("alumni_sim.csv"),
    specification: { id: "id", scoring, plan: alumni },
  },
  {
    name: "simulated alumni, weighted",
    sources: corpusFile("alumni_sim.csv"),
    specification: {
      id: "id",
      scoring,
      plan: { ...alumni, weight: "weight" },
      learningOutcomes: [
        { id: "plan", label: "Plans ahead", evidence: ["hol1", "hol3", "career_visits"] },
        { id: "work", label: "Works with others", evidence: ["internship", "research", "hol1"] },
      ],
    },
  },
  ...(["by level", "pearson", "spearman", "kendall", "tau-c", "gamma", "somers-d"] as const).map(
    (method): Question => ({
      name: `personality items, ${method}`,
      sources: corpusFile("bfi.csv"),
      specification: { scoring, plan: { ...bfi, predictors: traits, method } },
    }),
  ),
  ...forGroups.flatMap((method) =>
    [null, "weight"].map((weight): Question => ({
      name: `simulated alumni, ${method}${weight ? ", weighted" : ""}`,
      sources: corpusFile("alumni_sim.csv"),
      specification: { id: "id", scoring, plan: { ...alumni, method, weight, replicates: 0 } },
    })),
  ),
  ...forGroups.map((method): Question => ({
    name: `births, ${method}`,
    sources: corpusFile("birthwt.csv"),
    specification: {
      scoring,
      plan: { outcomes: ["bwt", "low", "race", "smoke"], method, minimumPairs: 4, replicates: 0 },
    },
  })),
  {
    name: "births: categories, counts and measurements of few people",
    sources: corpusFile("birthwt.csv"),
    specification: {
      scoring,
      plan: { outcomes: ["bwt", "low", "race"], covariates: ["age", "smoke"], replicates: 20 },
    },
  },
  {
    name: "students: names as answers, and gaps",
    sources: corpusFile("student_survey.csv"),
    specification: {
      scoring,
      plan: { outcomes: ["Pulse", "Smoke", "Sex", "Fold"], covariates: ["Age"], replicates: 20 },
    },
  },
  {
    name: "cars: a very small file",
    sources: corpusFile("mtcars.csv"),
    specification: {
      scoring,
      plan: {
        outcomes: ["mpg", "am", "gear"],
        covariates: ["wt"],
        minimumPairs: 4,
        replicates: 20,
      },
    },
  },
  ...[
    { how: "from regions and campuses", plan: { design: regions } },
    {
      how: "from regions and campuses of a finite population, with weights",
      plan: {
        weight: "base weight",
        design: { ...regions, population: "campuses in the region" },
      },
    },
    { how: "in clusters alone", plan: { design: { clusters: "campus" } }, skills },
    { how: "and raked, trimmed", plan: { margins: known, trimAt: 1.3 }, skills },
    {
      how: "from regions and campuses, weighted for silence, raked and trimmed",
      plan: {
        weight: "base weight",
        design: regions,
        responseClasses: "first generation",
        margins: known,
        trimAt: 2.5,
        confidence: 0.9,
      },
      skills,
    },
    {
      how: "and weighted for silence, with little to rank",
      plan: { responseClasses: "first generation", predictors: ["visits", "award"] },
    },
  ].map(({ how, plan, skills: learningOutcomes }): Question => ({
    name: `graduates drawn ${how}`,
    sources: () => Promise.resolve([sourceOf("graduates.csv", drawn(3))]),
    specification: {
      id: "who",
      scoring,
      plan: { ...graduates, ...plan },
      ...(learningOutcomes && { learningOutcomes }),
    },
  })),
  ...[null, "weight"].map((weight): Question => ({
    name: `hostile names ranked${weight ? ", weighted" : ""}, with a twin of the outcome`,
    sources: () => Promise.resolve([sourceOf("made up.csv", madeUp(700, 5))]),
    specification: {
      id: "who",
      scoring,
      plan: {
        outcomes: ["outcome", "naïve\n北京"],
        predictors: [
          "group",
          "=cmd|'/C calc'!A0",
          "-x",
          "twin of the outcome",
          "C:\\path %d",
          "rare yes",
        ],
        covariates: ['held "constant", or not', "other group"],
        weight,
        replicates: 20,
      },
      learningOutcomes: [
        { id: "@both", label: "Both", evidence: ["-x", "C:\\path %d"] },
        { id: "twin", label: "Twin", evidence: ["twin of the outcome", "rare yes"] },
        { id: "some", label: "Some", evidence: ["group", "=cmd|'/C calc'!A0"] },
      ],
    },
  })),
  ...[
    { people: 700, seed: 5, weight: null },
    { people: 700, seed: 5, weight: "weight" },
    { people: 160, seed: 11, weight: null },
    { people: 160, seed: 11, weight: "weight" },
  ].map(({ people, seed, weight }): Question => ({
    name: `${people} made-up people${weight ? ", weighted" : ""}: hostile names, rare categories, twins`,
    sources: () => Promise.resolve([sourceOf("made up.csv", madeUp(people, seed))]),
    specification: {
      id: "who",
      scoring,
      plan: {
        outcomes: ["outcome", "naïve\n北京", "group"],
        covariates: ['held "constant", or not', "other group"],
        weight,
        minimumPairs: 5,
        replicates: 20,
      },
    },
  })),
];
