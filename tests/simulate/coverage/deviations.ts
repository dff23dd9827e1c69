/** Cells known to lie outside the target, and what the literature says of them. Filled by name, never by a wider target. */
import type { Kind } from "../population.ts";

interface Deviation {
  readonly id: string;
  readonly kinds: readonly Kind[];
  /** Whether the interval holds the truth too rarely or too often. */
  readonly is: "below" | "above";
  readonly reason: string;
}

export function reasonFor(
  { id, kind }: { readonly id: string; readonly kind: Kind },
  coverage: number,
): string | undefined {
  const is = coverage < 0.95 ? "below" : "above";
  return deviations.find((one) => one.id === id && one.kinds.includes(kind) && one.is === is)
    ?.reason;
}

export const deviations: readonly Deviation[] = [];
