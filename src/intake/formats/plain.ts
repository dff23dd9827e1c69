/** Any file with one row per person: every column stands for itself. */
import type { Format } from "./format.ts";

export const plain: Format = {
  id: "plain",
  sniff: () => true,
  read: (source, idColumn) => ({
    oneRowPer: "person",
    ...(idColumn === undefined ? {} : { idColumn }),
    columns: source.columns.filter((column) => column !== idColumn).map((column) => ({ column })),
    makes: [],
    issues: [],
    make: () => ({ made: [], issues: [] }),
  }),
};
