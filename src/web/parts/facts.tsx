/** Terms and what holds for them, side by side. */
import type { FC } from "hono/jsx";

export const Facts: FC<{ readonly lines: readonly (readonly [term: string, value: string])[] }> = ({
  lines,
}) => (
  <dl class="facts">
    {lines.map(([term, value]) => (
      <div>
        <dt>{term}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
