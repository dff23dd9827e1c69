/** The table of scales. To add one: a file beside this, and a line here. */
import { engagementIndicators } from "./engagement-indicators.ts";
import type { Scale } from "./scale.ts";

export const scales: readonly Scale[] = [...engagementIndicators];
