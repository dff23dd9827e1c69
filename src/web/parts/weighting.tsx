/** What weighting did, and what it cost. */
import type { FC } from "hono/jsx";
import { weightingLines, weightingWarnings } from "../../reports/html/weighting.ts";
import type { Finding } from "../studies/finding.ts";
import { Facts } from "./facts.tsx";

export const Weighting: FC<{ readonly finding: Finding }> = ({
  finding: {
    screening: { weighting },
    names,
  },
}) =>
  weighting === null ? null : (
    <section>
      <h2>What weighting did</h2>
      <Facts lines={weightingLines(weighting)} />
      {weightingWarnings(weighting, names).map((text) => (
        <p class="note">{text}</p>
      ))}
    </section>
  );
