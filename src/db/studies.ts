/** Studies, and what a person decided in them. */
import { randomUUID } from "node:crypto";
import type { UpdateObject } from "kysely";
import type { EvidencedOutcome } from "#analysis";
import type { CodebookOverride } from "#surveys";
import { Problem } from "../problem.ts";
import type { PlanRequest } from "../studies/plan.ts";
import type { ScoringRule } from "../studies/study.ts";
import type { Read, Write } from "./connect.ts";
import { jsonOrNull } from "./json.ts";
import type { Schema } from "./schema.ts";

export interface StudyRecord {
  readonly id: string;
  readonly title: string;
  readonly createdAt: Date;
  /** Made up by the program, to look around. */
  readonly sample: boolean;
  /** Column that names the person in every file; null: recognised. */
  readonly idColumn: string | null;
  readonly scoring: ScoringRule;
  /** What a person decided about variables; null: everything as recognised. */
  readonly codebook: CodebookOverride | null;
  readonly learningOutcomes: readonly EvidencedOutcome[] | null;
  readonly plan: PlanRequest | null;
}

export interface StudyListed {
  readonly id: string;
  readonly title: string;
  readonly createdAt: Date;
  readonly sample: boolean;
  readonly datasets: number;
}

/** @returns its id. */
export async function createStudy(
  write: Write,
  { title, sample = false }: { readonly title: string; readonly sample?: boolean },
): Promise<string> {
  const id = randomUUID();
  await write.insertInto("studies").values({ id, title: title.trim(), sample }).execute();
  return id;
}

export async function findStudy(read: Read, id: string): Promise<StudyRecord | undefined> {
  return read
    .selectFrom("studies")
    .select(["id", "title", "created_at as createdAt", "sample", "id_column as idColumn"])
    .select(["scoring", "codebook", "learning_outcomes as learningOutcomes", "plan"])
    .where("id", "=", id)
    .executeTakeFirst();
}

/** Newest first. */
export async function listStudies(read: Read): Promise<StudyListed[]> {
  return read
    .selectFrom("studies")
    .leftJoin("datasets", "datasets.study_id", "studies.id")
    .select(["studies.id", "title", "studies.created_at as createdAt", "sample"])
    .select((each) => each.fn.count<number>("datasets.id").as("datasets"))
    .groupBy("studies.id")
    .orderBy("studies.created_at", "desc")
    .orderBy("title")
    .execute();
}

export const saveTitle = (write: Write, id: string, title: string): Promise<void> =>
  update(write, id, { title: title.trim() });

export const saveIdColumn = (write: Write, id: string, column: string | null): Promise<void> =>
  update(write, id, { id_column: column });

export const saveScoring = (write: Write, id: string, scoring: ScoringRule): Promise<void> =>
  update(write, id, { scoring });

export const saveCodebook = (
  write: Write,
  id: string,
  codebook: CodebookOverride | null,
): Promise<void> => update(write, id, { codebook: jsonOrNull(codebook) });

export const saveLearningOutcomes = (
  write: Write,
  id: string,
  outcomes: readonly EvidencedOutcome[] | null,
): Promise<void> => update(write, id, { learning_outcomes: jsonOrNull(outcomes) });

export const savePlan = (write: Write, id: string, plan: PlanRequest | null): Promise<void> =>
  update(write, id, { plan: jsonOrNull(plan) });

/** With its files and everything found in them. */
export async function removeStudy(write: Write, id: string): Promise<void> {
  await write.deleteFrom("studies").where("id", "=", id).execute();
}

async function update(
  write: Write,
  id: string,
  change: UpdateObject<Schema, "studies">,
): Promise<void> {
  const { numUpdatedRows } = await write
    .updateTable("studies")
    .set(change)
    .where("id", "=", id)
    .executeTakeFirst();
  if (numUpdatedRows === 0n)
    throw new Problem("not-found", "The study does not exist.", {
      next: "Choose one from the list.",
    });
}
