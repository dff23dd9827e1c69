/** What a chart is: released figures in, a Vega-Lite specification and its words out. No drawing here. */
import type { Names, Released, Screening } from "#analysis";
import type { TopLevelSpec } from "vega-lite";

export { nameIn, type Names } from "#analysis";

export interface Drawing {
  /** What the chart shows, as a heading says it. */
  readonly title: string;
  /** The chart in two or three sentences, for who cannot see it. */
  readonly description: string;
  readonly spec: TopLevelSpec;
}

/** What every chart of a screening is drawn from. */
export interface Findings {
  readonly screening: Released<Screening>;
  readonly names: Names;
}

export interface Chart<Figures> {
  readonly id: string;
  /** What the chart is for, one sentence. */
  readonly meaning: string;
  /** Undefined where there is nothing to draw. */
  draw(figures: Figures): Drawing | undefined;
}
