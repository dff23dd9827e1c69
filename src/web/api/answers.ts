/** What every endpoint takes and may answer besides its own. */
import { OpenAPIHono, z } from "@hono/zod-openapi";
import { Problem } from "../../problem.ts";
import { problem } from "./schemas.ts";

export const newApi = () => new OpenAPIHono({ defaultHook: refuse });
export type Api = ReturnType<typeof newApi>;

export const studyNamed = z.object({
  study: z.string().openapi({ description: "Id of the study." }),
});

export const screeningNamed = studyNamed.extend({
  screening: z.string().openapi({ description: "Id of the screening." }),
});

export const json = <const Text extends string, Schema extends z.ZodType>(
  description: Text,
  schema: Schema,
) => ({ description, content: { "application/json": { schema } } });

export const jsonBody = <Schema extends z.ZodType>(schema: Schema) =>
  ({ required: true, content: { "application/json": { schema } } }) as const;

/** Every endpoint may refuse; what is refused is thrown, and answered in one place. */
export const refusals = {
  default: {
    description: "A refusal, with what to do next.",
    content: { "application/problem+json": { schema: problem } },
  },
} as const;

/** What does not fit its schema, by its path in the request. */
function refuse(result: { readonly success: boolean; readonly error?: z.core.$ZodError }): void {
  if (result.success || result.error === undefined) return;
  throw new Problem("invalid-request", "The request does not fit what this address takes.", {
    next: "See /api for what it takes.",
    issues: result.error.issues.map(({ path, message }) => ({
      severity: "error",
      file: "request",
      column: path.join(".") || "(all of it)",
      code: "invalid-request",
      text: `${path.join(".") || "The request"}: ${message}.`,
    })),
  });
}
