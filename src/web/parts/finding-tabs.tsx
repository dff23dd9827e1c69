/** From one outcome to the next, and to all pairs at once. */
import type { FC } from "hono/jsx";
import type { Finding } from "../studies/finding.ts";

interface FindingTabsProps {
  readonly finding: Finding;
  /** Address of the screening. */
  readonly here: string;
  /** An outcome, or the matrix; absent on the page of a pair. */
  readonly current?: string | typeof allPairs;
}

export const allPairs = Symbol("all pairs");

export const FindingTabs: FC<FindingTabsProps> = ({ finding, here, current }) => (
  <nav class="tabs" aria-label="Findings">
    <ul>
      {finding.screening.plan.outcomes.map((outcome) => (
        <li>
          <a
            href={findingAddress(here, outcome)}
            aria-current={current === outcome ? "page" : undefined}
          >
            {finding.name(outcome)}
          </a>
        </li>
      ))}
      <li>
        <a href={`${here}/matrix`} aria-current={current === allPairs ? "page" : undefined}>
          All pairs
        </a>
      </li>
    </ul>
  </nav>
);

export const findingAddress = (here: string, outcome: string): string =>
  `${here}/findings?${new URLSearchParams({ outcome }).toString()}`;
