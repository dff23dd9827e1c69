import { Layout } from "./layout.tsx";
import type { Answer } from "./page.ts";

/** A view in its frame; a response as it is. */
export async function respond(answer: Answer): Promise<Response> {
  if (answer instanceof Response) return answer;
  const html = await Promise.resolve(<Layout view={answer} />);
  return new Response(`<!doctype html>${String(html)}`, {
    status: answer.status ?? 200,
    headers: { "content-type": "text/html; charset=utf-8" },
  });
}
