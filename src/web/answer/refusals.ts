/** Whatever goes wrong, a respondent gets a page in their own words, and nothing of the inside. */
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { Log } from "../../log.ts";
import { Problem, type ProblemId } from "../../problem.ts";
import type { Env } from "../logged.ts";
import { respondAnswer } from "./layout.tsx";
import { localeFrom, plainSpeech } from "./speech.ts";
import { noticeView } from "./views/notice.tsx";
import { languages, type NoticeId } from "./words/index.ts";

export async function answerRespondent(
  error: unknown,
  c: Context<Env>,
  log: Log,
): Promise<Response> {
  const refusal = error instanceof Problem || error instanceof HTTPException ? error : undefined;
  const status = refusal?.status ?? 500;
  if (status >= 500) log.error({ err: error, request: c.get("requestId") }, "a request failed");
  const notice = (error instanceof Problem ? notices[error.id] : undefined) ?? "trouble";
  const locale = localeFrom(c.req.header("accept-language") ?? null, Object.keys(languages));
  const view = noticeView(notice, { speech: plainSpeech(locale) });
  const answer = await respondAnswer({ ...view, status });
  if (status === 503) answer.headers.set("retry-after", "10");
  return answer;
}

const notices: Readonly<Partial<Record<ProblemId, NoticeId>>> = {
  "not-found": "unknown",
  "too-large": "too large",
  "invalid-request": "no form",
  "foreign-origin": "no form",
  "not-open": "closed",
};
