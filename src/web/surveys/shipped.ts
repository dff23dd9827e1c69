/** The instruments that come with the program, ready to become drafts. */
import { instruments, type ShippedInstrument } from "#surveys";
import type { Documents } from "../../db/instruments.ts";
import { stored, titleOf, written } from "./instrument.ts";

export const shippedInstrument = (id: string | null): ShippedInstrument | undefined =>
  instruments.find((each) => each.id === id);

export const documentsOf = ({ file }: ShippedInstrument): Documents => ({
  definition: written(file.definition),
  codebook: written(file.codebook),
});

/** "Alumni career mobility" */
export const shippedName = ({ id }: ShippedInstrument): string =>
  `${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll("-", " ")}`;

/** What respondents read above it. */
export function shippedTitle(shipped: ShippedInstrument): string {
  const known = titles.get(shipped.id);
  if (known !== undefined) return known;
  const title = titleOf(stored(documentsOf(shipped)));
  titles.set(shipped.id, title);
  return title;
}

/** They do not change while the program runs. */
const titles = new Map<string, string>();
