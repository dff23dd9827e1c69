import { createHash } from "node:crypto";
import type { Plan } from "#analysis";
import { canonicalJson } from "../canonical-json.ts";

/** Identifies what was asked, every default included: whoever has the same plan and data gets the same figures. */
export const hashOfPlan = (plan: Plan): string =>
  createHash("sha256").update(canonicalJson(plan)).digest("hex");
