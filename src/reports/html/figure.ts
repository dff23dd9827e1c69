import { html, raw } from "hono/html";
import { drawSvg, type Drawing } from "../../charts/index.ts";
import type { Html } from "./format.ts";

/** A chart as wide as its column; nothing where there is nothing to draw. */
export async function chartFigure(drawing: Drawing | undefined, id: string): Promise<Html> {
  if (drawing === undefined) return html``;
  return html`<figure>
    <figcaption>${drawing.title}</figcaption>
    ${raw(await drawSvg(drawing, id))}
  </figure>`;
}

/** A chart that may be wider than a phone: it keeps its size and scrolls, by keyboard too. */
export async function wideFigure(drawing: Drawing | undefined, id: string): Promise<Html> {
  if (drawing === undefined) return html``;
  return html`<figure class="wide" role="region" aria-label="${drawing.title}" tabindex="0">
    ${raw(await drawSvg(drawing, id))}
  </figure>`;
}
