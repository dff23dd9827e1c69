/** A chart as SVG text. Here, because drawing holds up whatever else its thread does. */
import { charts, drawSvg, type ChartId, type Drawing } from "../../charts/index.ts";

type FiguresOf<Id extends ChartId> = Parameters<(typeof charts)[Id]["draw"]>[0];

export type ChartOrder = {
  readonly [Id in ChartId]: {
    readonly chart: Id;
    readonly figures: FiguresOf<Id>;
    /** Unique in the page that will hold the chart. */
    readonly id: string;
  };
}[ChartId];

export interface Drawn {
  readonly title: string;
  readonly svg: string;
}

/** Null where the figures hold nothing to draw. */
export async function draw({ chart, figures, id }: ChartOrder): Promise<Drawn | null> {
  const drawing: Drawing | undefined = charts[chart].draw(figures as never);
  if (drawing === undefined) return null;
  return { title: drawing.title, svg: await drawSvg(drawing, id) };
}
