/** What may be wider than a phone scrolls in its own place, by keyboard too. */
import type { FC, PropsWithChildren } from "hono/jsx";

export const Scroll: FC<PropsWithChildren<{ readonly label?: string }>> = ({
  label = "Table, scrolls sideways",
  children,
}) => (
  // A scrolling box must take the focus, or the keyboard cannot scroll it; no element does so by itself.
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role
  <div class="scroll" tabindex={0} role="group" aria-label={label}>
    {children}
  </div>
);
