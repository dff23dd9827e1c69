/** What goes in and out of the API, each shape once. */
import { z } from "@hono/zod-openapi";
import { missingReasons } from "#analysis";
import { screeningStates } from "../../db/schema.ts";
import type { PlanRequest } from "../../studies/plan.ts";
import { scoringRules } from "../../studies/study.ts";
import { level, methodIds } from "./finding-schemas.ts";

const moment = z.iso.datetime();

export const issue = z
  .strictObject({
    severity: z.enum(["error", "warning", "note"]),
    file: z.string(),
    line: z.int().optional(),
    column: z.string().optional(),
    code: z.string(),
    text: z.string(),
  })
  .openapi("Issue", { description: "Something about a file, by line and column." });

/** RFC 9457. */
export const problem = z
  .object({
    type: z.string().openapi({ description: "Stable id of the problem." }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    next: z.string().optional().openapi({ description: "What to do next." }),
    issues: z.array(issue),
  })
  .openapi("Problem", { description: "Every refusal, as RFC 9457 has it." });

export const study = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    createdAt: moment,
    sample: z.boolean(),
    idColumn: z.string().nullable(),
    scoring: z.enum(scoringRules),
  })
  .openapi("Study");

export const studyListed = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    createdAt: moment,
    sample: z.boolean(),
    datasets: z.int(),
  })
  .openapi("StudyListed");

export const newStudy = z
  .strictObject({ title: z.string().trim().min(1).max(200) })
  .openapi("NewStudy");

export const studyChange = z
  .strictObject({
    title: z.string().trim().min(1).max(200).optional(),
    idColumn: z.string().min(1).nullable().optional().openapi({
      description: "Column that names the person in every file; null: recognised.",
    }),
    scoring: z.enum(scoringRules).optional(),
  })
  .openapi("StudyChange");

export const dataset = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    sha256: z.string(),
    encoding: z.enum(["utf-8", "utf-16le", "utf-16be", "windows-1252"]),
    delimiter: z.string(),
    rows: z.int(),
    columns: z.int(),
    confirmed: z.boolean(),
    issues: z.array(issue),
    createdAt: moment,
  })
  .openapi("Dataset", { description: "A file as it was read." });

export const uploaded = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    alreadyThere: z.boolean().openapi({ description: "The same file was there, to the letter." }),
  })
  .openapi("Uploaded");

const value = z.strictObject({ cell: z.string(), code: z.number(), label: z.string() });

export const codebook = z
  .strictObject({
    variables: z.array(
      z.strictObject({
        id: z.string(),
        label: z.string(),
        level,
        source: z.string(),
        values: z.array(value).optional(),
        missing: z.record(z.string(), z.enum(missingReasons)),
        decidedBy: z.string(),
        excluded: z.string().optional(),
        derived: z.string().optional(),
      }),
    ),
  })
  .openapi("Codebook", { description: "Every variable, and how that was decided." });

export const learningOutcomes = z
  .array(z.strictObject({ id: z.string(), label: z.string(), evidence: z.array(z.string()) }))
  .openapi("LearningOutcomes");

const names = z.array(z.string().min(1));

const variable = z.string().min(1).nullable().optional();

/** For the document; what a plan must be in full, `planRequest` knows. */
export const plan = z
  .strictObject({
    outcomes: names.min(1),
    predictors: names.optional(),
    covariates: names.optional(),
    weight: variable,
    design: z
      .strictObject({ strata: variable, clusters: variable, population: variable })
      .optional()
      .openapi({
        description:
          "How people were drawn: separately by strata, together in clusters, from so many units of the population in the person's stratum.",
      }),
    responseClasses: variable.openapi({
      description: "Known of everybody who was asked: those who answered speak for their class.",
    }),
    margins: z
      .array(
        z.strictObject({ variable: z.string(), people: z.record(z.string(), z.number().min(0)) }),
      )
      .optional()
      .openapi({
        description:
          "People of the population by category (label or code); weights are raked to it.",
        example: [{ variable: "gender", people: { Woman: 5210, Man: 4100 } }],
      }),
    trimAt: z.number().optional().openapi({ description: "Largest weight, in medians." }),
    lessIsBetter: names.optional().openapi({
      description: "Outcomes of which less is better, such as months until the first job.",
    }),
    groups: names.optional().openapi({
      description: "Variables between whose categories the associations are compared.",
    }),
    smallestGroup: z.int().optional().openapi({ description: "Smaller groups are not compared." }),
    meaningful: z.number().optional().openapi({
      description:
        "A difference below so many standard deviations of the outcome is called little.",
    }),
    method: z.enum(["by level", ...methodIds]).optional(),
    confidence: z.number().optional(),
    minimumPairs: z.int().optional(),
    replicates: z.int().optional(),
    seed: z.int().optional(),
  } satisfies Record<keyof PlanRequest, z.ZodType>)
  .openapi("Plan", {
    description: "What is asked. Only the outcomes are required; the rest has defaults.",
  });

export const screening = z
  .strictObject({
    id: z.string(),
    studyId: z.string(),
    state: z.enum(screeningStates),
    step: z.string(),
    done: z.number(),
    total: z.number().openapi({ description: "0: not known." }),
    share: z
      .number()
      .nullable()
      .openapi({ description: "done of total, 0 to 1; null: not known." }),
    perSecond: z.number().nullable().openapi({
      description: "How fast the step goes, of what done and total count; null: not known.",
    }),
    secondsLeft: z.number().nullable().openapi({
      description: "Until the end of the step, about; null: not known.",
    }),
    problem: z
      .strictObject({
        type: z.string(),
        detail: z.string(),
        next: z.string().optional(),
        issues: z.array(issue),
      })
      .nullable(),
    createdAt: moment,
    finishedAt: moment.nullable(),
  })
  .openapi("Screening", { description: "All associations of a plan: how far it is." });

export const reportFile = z
  .strictObject({
    name: z.string(),
    mediaType: z.string(),
    about: z.string(),
    holds: z.enum(["figures", "people"]),
  })
  .openapi("ReportFile");
