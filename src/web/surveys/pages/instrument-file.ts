/** A file into the draft: a definition, a codebook, or both in one. What cannot be read is shown, not stored. */
import { saveDraft } from "../../../db/instruments.ts";
import { seeOther, type Page } from "../../page.ts";
import { readUploadedText } from "../../uploads/receive-text.ts";
import { addressOfInstrument } from "../addresses.ts";
import { faultsOfDraft } from "../forms/draft-form.ts";
import { documentsIn } from "../forms/instrument-file.ts";
import { openInstrument, readTyped } from "../instrument.ts";
import { instrumentView } from "./instrument.tsx";

export const takeInstrumentFile: Page<"/surveys/:instrument/file"> = {
  path: "/surveys/:instrument/file",
  async act({ params, request }, world) {
    const open = await openInstrument(world, params.instrument);
    const { id, title } = open.listed;
    const { text } = await readUploadedText(request);
    const documents = { definition: "", codebook: "", ...open.draft, ...documentsIn(text) };
    const { definition, codebook } = documents;
    const read = readTyped({ definition, codebook });
    const typed = { title, definition, codebook };
    if (!read.ok)
      return instrumentView(world, open, { typed, read, faults: faultsOfDraft(typed, read) });
    await saveDraft(world.db.write, id, { definition, codebook });
    return seeOther(addressOfInstrument(id));
  },
};
