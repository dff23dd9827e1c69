/** The ranking made again in other ways: one line each. */
import { html } from "hono/html";
import { checkInWords, sentenceForStressTest, type Ranking } from "#analysis";
import { headOf } from "../../charts/ranked.ts";
import type { Context } from "./context.ts";
import type { Html } from "./format.ts";
import { table } from "./table.ts";

export function stressTest(ranking: Ranking, { name }: Context): Html {
  const sentence = sentenceForStressTest(ranking);
  if (sentence === undefined) return html``;
  return html`<h4>Stress test</h4>
    <p>${sentence}</p>
    <details>
      <summary>What was done otherwise, and what came of it</summary>
      ${table(
        `${headOf(ranking.of)} ranked in other ways for ${name(ranking.outcome)}`,
        [
          { head: "Check", kind: "row heading", cell: ({ label }) => label },
          { head: "What is done", kind: "words", cell: ({ sentence: done }) => done },
          {
            head: "What comes of it",
            kind: "words",
            cell: (check) => checkInWords(check, ranking),
          },
        ],
        ranking.stressTest.checks,
      )}
    </details>`;
}
