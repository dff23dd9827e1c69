/** What every part of a ranking's section is told. */
import type { Drawn } from "../../jobs/tasks/draw.ts";
import type { Finding } from "../studies/finding.ts";

/** Each null where there is nothing to draw. */
export interface RankingCharts {
  readonly ranked: Drawn | null;
  readonly reach: Drawn | null;
  readonly differences: Drawn | null;
}

export interface About<Kind> {
  readonly ranking: Kind;
  readonly charts: RankingCharts;
  readonly finding: Finding;
  /** Of the page: how its tables are sorted. */
  readonly query: URLSearchParams;
  /** The page of a ranked experience. */
  pairAddress(predictor: string): string;
}
