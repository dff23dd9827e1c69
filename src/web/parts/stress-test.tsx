/** The ranking made again in other ways: one line each. */
import type { FC } from "hono/jsx";
import { checkInWords, sentenceForStressTest, type Ranking } from "#analysis";
import { DataTable } from "./table.tsx";

export const StressTest: FC<{ readonly ranking: Ranking }> = ({ ranking }) => {
  const sentence = sentenceForStressTest(ranking);
  if (sentence === undefined) return null;
  return (
    <>
      <h3>Stress test</h3>
      <p>{sentence}</p>
      <details>
        <summary>What was done otherwise, and what came of it</summary>
        <DataTable
          caption="The ranking made in other ways"
          rows={ranking.stressTest.checks}
          columns={[
            { id: "check", head: "Check", names: true, cell: ({ label }) => label },
            {
              id: "done",
              head: "What is done",
              text: "sentences",
              cell: ({ sentence: done }) => done,
            },
            {
              id: "came",
              head: "What comes of it",
              text: "sentences",
              cell: (check) => checkInWords(check, ranking),
            },
          ]}
        />
      </details>
    </>
  );
};
