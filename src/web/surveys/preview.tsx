/** A preview: the respondents' own pages over answers that are kept nowhere. */
import type { Child } from "hono/jsx";
import { drawModules, type Asking, type Instrument } from "#surveys";
import { respondAnswer } from "../answer/layout.tsx";
import { stateOf, type State } from "../answer/state.ts";
import type { AnswerView } from "../answer/view.ts";
import type { Reading } from "../world.ts";
import { addressOfInstrument } from "./addresses.ts";
import { chosenVersion, openInstrument, type ChosenVersion } from "./instrument.ts";
import { eventsOf, readState, writeState, type PreviewState } from "./preview-state.ts";

export interface Preview {
  readonly id: string;
  readonly version: ChosenVersion;
  readonly instrument: Instrument;
  /** Address of the preview's first page. */
  readonly start: string;
  readonly banner: Child;
}

export interface PreviewParams {
  readonly instrument: string;
  readonly version: string;
}

/** @throws Problem "not-found" */
export async function openPreview(
  world: Pick<Reading, "db">,
  params: PreviewParams,
): Promise<Preview> {
  const open = await openInstrument(world, params.instrument);
  const version = await chosenVersion(world, open, params.version);
  const { id } = open.listed;
  const here = addressOfInstrument(id);
  return {
    id,
    version,
    instrument: version.instrument,
    start: `${here}/preview/${version.key}`,
    banner: (
      <aside class="note" aria-label="Preview" lang="en" dir="ltr">
        <p>
          <b>Preview of {version.name}. Nothing is kept.</b>
          <br />
          <a href={`${here}/preview/${version.key}`}>Begin again</a> ·{" "}
          <a href={here}>Back to the instrument</a>
        </p>
      </aside>
    ),
  };
}

/** On the way: what was answered so far, and what that means for the pages. */
export interface Underway extends Preview {
  readonly sent: PreviewState;
  readonly state: State;
  readonly locale: string;
  /** Address of the pages with these answers. */
  readonly base: string;
}

/** @param lang wanted instead of the language of the last page */
export async function openUnderway(
  world: Pick<Reading, "db">,
  params: PreviewParams & { readonly state: string },
  lang: string | null,
): Promise<Underway> {
  const preview = await openPreview(world, params);
  return underway(preview, readState(params.state), lang);
}

export function underway(
  preview: Preview,
  sent: PreviewState,
  lang: string | null = null,
): Underway {
  const { instrument, start } = preview;
  const { locales } = instrument;
  const locale = [lang, sent.locale].find((each) => each !== null && locales.includes(each));
  const state = stateOf({ instrument, asking: askingOf(instrument), events: eventsOf(sent) });
  const base = `${start}/${writeState(sent)}`;
  return { ...preview, sent, state, base, locale: locale ?? locales[0] ?? "en" };
}

/** Somebody of whom records know nothing; random orders and modules stay the same on the way. */
export function askingOf({ codebook }: Instrument): Asking {
  const seed = 1;
  return {
    seed,
    modules: drawModules(codebook.modules, seed),
    known: new Map(),
    today: new Date().toISOString().slice(0, 10),
  };
}

/** Without what would keep answers: no draft in the browser, nothing to withdraw. */
export function respondPreview(view: AnswerView, { banner }: Preview): Promise<Response> {
  const { withdraw: _withdraw, draft: _draft, ...shown } = view;
  return respondAnswer({ ...shown, banner });
}
