/** A chart with what it shows, how it was made and what it cannot say; the same figures follow as a table. */
import type { Child, FC } from "hono/jsx";
import { raw } from "hono/html";
import type { Drawn } from "../../jobs/tasks/draw.ts";

export const Figure: FC<{
  readonly drawn: Drawn | null;
  /** Methods and limits. */
  readonly caption: Child;
}> = ({ drawn, caption }) =>
  drawn === null ? null : (
    <figure>
      {/* Drawn by charts/svg.ts, which escapes all text and refuses every tag that could do something. */}
      {raw(drawn.svg)}
      <figcaption>{caption}</figcaption>
    </figure>
  );
