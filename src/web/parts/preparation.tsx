/** What stands in the way of a ranking, and how its variables were made ready. */
import type { FC } from "hono/jsx";
import { sentencesForPreparation, warningsFor, type Ranking } from "#analysis";
import type { Finding } from "../studies/finding.ts";

interface PreparationProps {
  readonly ranking: Ranking;
  readonly finding: Finding;
}

export const Preparation: FC<PreparationProps> = ({ ranking, finding }) => {
  const { plan, weighting } = finding.screening;
  const units = plan.design.clusters === null ? null : (weighting?.units ?? null);
  const warnings = warningsFor(ranking, units);
  const sentences = sentencesForPreparation(ranking, finding.names);
  return (
    <>
      {warnings.length > 0 && (
        <>
          <h3>Read with care</h3>
          <Sentences texts={warnings} />
        </>
      )}
      {sentences.length > 0 && (
        <details>
          <summary>How the variables were made ready</summary>
          <Sentences texts={sentences} />
        </details>
      )}
    </>
  );
};

const Sentences: FC<{ readonly texts: readonly string[] }> = ({ texts }) => (
  <ul>
    {texts.map((text) => (
      <li>{text}</li>
    ))}
  </ul>
);
