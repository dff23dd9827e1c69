/** The way of a respondent, page by page, with the answers in the address. */
import { firstOpen } from "#surveys";
import { readSent, valueIn } from "../../answer/form.ts";
import { added, onwards, saved } from "../../answer/onwards.ts";
import { scoresOf } from "../../answer/pages/thanks.ts";
import { readPage } from "../../answer/read-page.ts";
import { speechOf } from "../../answer/speech.ts";
import { givenIn, speechIn, toldIn } from "../../answer/state.ts";
import { openPlace, sectionAddress, stepAt, stepsAhead } from "../../answer/steps.ts";
import { resumeView } from "../../answer/views/resume.tsx";
import { reviewView } from "../../answer/views/review.tsx";
import { sectionView } from "../../answer/views/section.tsx";
import { startView } from "../../answer/views/start.tsx";
import { thanksView } from "../../answer/views/thanks.tsx";
import { seeOther, type Page } from "../../page.ts";
import { addressOfInstrument } from "../addresses.ts";
import { openInstrument } from "../instrument.ts";
import { openPreview, openUnderway, respondPreview, underway } from "../preview.tsx";
import { withPage } from "../preview-state.ts";

export const preview: Page<"/surveys/:instrument/preview"> = {
  path: "/surveys/:instrument/preview",
  async show({ params, query }, world) {
    const { listed, draft } = await openInstrument(world, params.instrument);
    const newest = draft === undefined ? String(listed.latest) : "draft";
    const version = encodeURIComponent(query.get("version") ?? newest);
    return seeOther(`${addressOfInstrument(listed.id)}/preview/${version}`);
  },
};

/** Consent, as on a personal link. */
export const previewStart: Page<"/surveys/:instrument/preview/:version"> = {
  path: "/surveys/:instrument/preview/:version",
  async show({ params, query }, world) {
    const opened = await openPreview(world, params);
    const { instrument, start } = opened;
    const wanted = query.get("lang") ?? "";
    const locale = instrument.locales.includes(wanted) ? wanted : (instrument.locales[0] ?? "en");
    const view = startView({
      instrument,
      speech: speechOf(instrument, locale),
      action: start,
      link: "personal",
      anonymous: false,
      steps: stepsAhead(instrument, undefined, new Date()),
    });
    return respondPreview(view, opened);
  },

  async act({ params, request }, world) {
    const opened = await openPreview(world, params);
    const locale = valueIn(await readSent(request), "~lang");
    const { base, state } = underway(opened, { locale, pages: [] });
    const first = firstOpen(state.walk, state.folded.visited);
    return seeOther(first === undefined ? `${base}/review` : sectionAddress(base, first));
  },
};

export const previewSection: Page<"/surveys/:instrument/preview/:version/:state/at/:section"> = {
  path: "/surveys/:instrument/preview/:version/:state/at/:section",
  async show({ params, query }, world) {
    const opened = await openUnderway(world, params, query.get("lang"));
    const { state, base, locale } = opened;
    const shown = state.walk.sections.find(({ section }) => section.name === params.section);
    if (shown === undefined) return seeOther(openPlace(base, state));
    const asked = shown.items.map(({ item }) => item.name);
    const view = sectionView({
      instrument: opened.instrument,
      speech: speechIn(state, locale),
      base,
      shown,
      step: stepAt(state, shown.section.name),
      given: givenIn(state),
      faults: query.has("again") ? state.faults.filter(({ item }) => asked.includes(item)) : [],
      added: query.has("more") ? added(asked, state) : new Set(),
      remembered: {
        key: "preview",
        version: params.version,
        seen: opened.sent.pages.length,
        shown: 0,
        asked,
        locale,
        back: query.get("back") === "review",
      },
    });
    return respondPreview(view, opened);
  },

  async act({ params, request }, world) {
    const sent = await readSent(request);
    const before = await openUnderway(world, params, valueIn(sent, "~lang"));
    const section = before.instrument.sections.find(({ name }) => name === params.section);
    if (section === undefined) return seeOther(openPlace(before.base, before.state));
    const page = { section: section.name, ...readPage(section, sent) };
    const after = underway(before, withPage({ ...before.sent, locale: before.locale }, page));
    return saved(request, onwards(after, { section: section.name, sent }));
  },
};

export const previewReview: Page<"/surveys/:instrument/preview/:version/:state/review"> = {
  path: "/surveys/:instrument/preview/:version/:state/review",
  async show({ params, query }, world) {
    const opened = await openUnderway(world, params, query.get("lang"));
    const { instrument, state, base, locale } = opened;
    const view = reviewView({
      instrument,
      base,
      speech: speechIn(state, locale),
      walk: state.walk,
      given: givenIn(state),
      told: toldIn(state, locale),
      faults: state.faults,
    });
    return respondPreview(view, opened);
  },

  async act({ params, request }, world) {
    const lang = valueIn(await readSent(request), "~lang");
    const { base, state, locale } = await openUnderway(world, params, lang);
    const place = state.faults.length > 0 ? "review" : "thanks";
    return seeOther(`${base}/${place}?lang=${locale}`);
  },
};

export const previewThanks: Page<"/surveys/:instrument/preview/:version/:state/thanks"> = {
  path: "/surveys/:instrument/preview/:version/:state/thanks",
  async show({ params, query }, world) {
    const opened = await openUnderway(world, params, query.get("lang"));
    const { instrument, state, base, locale } = opened;
    const speech = speechIn(state, locale);
    const scores = scoresOf(instrument, state, { locale: speech.locale });
    return respondPreview(thanksView({ instrument, speech, base, scores }), opened);
  },
};

/** Where somebody is who stops. */
export const previewStopped: Page<"/surveys/:instrument/preview/:version/:state"> = {
  path: "/surveys/:instrument/preview/:version/:state",
  async show({ params, query }, world) {
    const opened = await openUnderway(world, params, query.get("lang"));
    const { instrument, state, base, locale } = opened;
    const section = firstOpen(state.walk, state.folded.visited, state.faults);
    const view = resumeView({
      instrument,
      speech: speechIn(state, locale),
      base,
      stopped: query.has("stopped"),
      ...(section === undefined ? {} : { next: { section, step: stepAt(state, section) } }),
    });
    return respondPreview(view, opened);
  },
};
