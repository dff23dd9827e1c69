/** From a draft to the next version: what changes is shown first, and what breaks older answers needs a yes. */
import type { FC } from "hono/jsx";
import { compareVersions, lintInstrument, reusedCodes, type VersionDifference } from "#surveys";
import { publishDraft, versionOf, type Documents } from "../../../db/instruments.ts";
import { consentToWrite } from "../../../intake/instruments/default-codebook.ts";
import { readForm, type Fault } from "../../forms/form.ts";
import { seeOther, type Page, type View } from "../../page.ts";
import { ErrorSummary } from "../../parts/field.tsx";
import type { Reading } from "../../world.ts";
import { addressOfInstrument } from "../addresses.ts";
import { openInstrument, stored, type OpenInstrument } from "../instrument.ts";
import { Tick } from "../parts/choices.tsx";
import { Differences, InstrumentIssues } from "../parts/instrument-issues.tsx";

export const publish: Page<"/surveys/:instrument/publish"> = {
  path: "/surveys/:instrument/publish",
  async show({ params }, world) {
    const open = await openInstrument(world, params.instrument);
    if (open.draft === undefined) return seeOther(addressOfInstrument(open.listed.id));
    return view(open, await changesOf(world, open), []);
  },

  async act({ params, request }, world) {
    const open = await openInstrument(world, params.instrument);
    const { id } = open.listed;
    if (open.draft === undefined) return seeOther(addressOfInstrument(id));
    const form = await readForm(request);
    const changes = await changesOf(world, open);
    const faults = faultsIn(form, open, changes);
    if (faults.length > 0) return view(open, changes, faults);
    await publishDraft(world.db.write, id, open.draft.sha256);
    return seeOther(addressOfInstrument(id));
  },
};

interface Changes {
  /** Against the newest version; undefined: there is none. */
  readonly differences: readonly VersionDifference[] | undefined;
  /** Codes that had another meaning once: never allowed. */
  readonly reused: readonly VersionDifference[];
}

async function changesOf(
  { db }: Pick<Reading, "db">,
  { draft, versions }: OpenInstrument,
): Promise<Changes> {
  const next = stored(draft!);
  const before = await Promise.all(versions.map(({ id }) => versionOf(db.read, id)));
  const earlier = before
    .filter((version) => version !== undefined)
    .map(stored)
    .toReversed();
  const latest = earlier.at(-1);
  if (latest === undefined) return { differences: undefined, reused: [] };
  return { differences: compareVersions(latest, next), reused: reusedCodes(earlier, next) };
}

function faultsIn(form: URLSearchParams, { draft }: OpenInstrument, changes: Changes): Fault[] {
  const { differences = [], reused } = changes;
  if (form.get("draft") !== draft!.sha256)
    return [
      { field: "draft", text: "The draft has changed since you looked. This is how it is now." },
    ];
  if (!hasConsent(draft!)) return [{ field: "draft", text: consentMissing }];
  if (reused.length > 0)
    return [{ field: "draft", text: "A code meant something else before. Give it a new code." }];
  const breaking = differences.some(({ safe }) => !safe);
  return breaking && form.get("breaking") !== "yes"
    ? [
        {
          field: "breaking",
          text: "Some changes break with older answers: tick that you want them.",
        },
      ]
    : [];
}

/** Whoever is asked must know what they agree to. */
const hasConsent = (documents: Documents): boolean =>
  stored(documents).codebook.consent.text !== consentToWrite;

const consentMissing =
  "The consent is still the text that stands in for yours. Write your own in the codebook, then publish.";

function view(open: OpenInstrument, changes: Changes, faults: readonly Fault[]): View {
  const { listed, draft } = open;
  const here = addressOfInstrument(listed.id);
  const next = (listed.latest ?? 0) + 1;
  const findings = lintInstrument(stored(draft!));
  return {
    title: `Publish ${listed.title}`,
    status: faults.length === 0 ? 200 : 422,
    body: (
      <>
        <p>
          <a href={here}>{listed.title}</a>
        </p>
        <h1>Publish version {next}</h1>
        <ErrorSummary faults={faults} />
        <p class="lead">
          A published version is never changed: answers are always read with the version they were
          given to. Waves under way keep their version until you move them.
        </p>
        {findings.length > 0 && (
          <InstrumentIssues caption="What the check found in the draft" issues={findings} />
        )}
        {!hasConsent(draft!) && <p class="note">{consentMissing}</p>}
        <Changed changes={changes} latest={listed.latest} />
        <PublishForm
          here={here}
          sha256={draft!.sha256}
          changes={changes}
          faults={faults}
          next={next}
        />
      </>
    ),
  };
}

const Changed: FC<{ readonly changes: Changes; readonly latest: number | null }> = ({
  changes: { differences, reused },
  latest,
}) => (
  <>
    <h2>What changes</h2>
    {differences === undefined ? (
      <p>It is the first version: there is nothing to compare it with.</p>
    ) : differences.length === 0 ? (
      <p>Nothing that respondents or the analysis would notice.</p>
    ) : (
      <Differences
        caption={`Against version ${latest}, change by change`}
        differences={differences}
      />
    )}
    {reused.length > 0 && (
      <>
        <p>
          These codes meant something else in an older version. Old and new answers could not be
          told apart, so this cannot be published.
        </p>
        <Differences caption="Codes that are used again" differences={reused} />
      </>
    )}
  </>
);

const PublishForm: FC<{
  readonly here: string;
  readonly sha256: string;
  readonly changes: Changes;
  readonly faults: readonly Fault[];
  readonly next: number;
}> = ({ here, sha256, changes: { differences = [], reused }, faults, next }) =>
  reused.length > 0 ? (
    <p id="draft">
      <a class="button second" href={here}>
        Back to the draft
      </a>
    </p>
  ) : (
    <form method="post" action={`${here}/publish`} id="draft">
      <input type="hidden" name="draft" value={sha256} />
      {differences.some(({ safe }) => !safe) && (
        <Tick
          name="breaking"
          label="Publish the breaking changes, too"
          hint="Answers to the older version stay as they are. What is marked as breaking cannot be compared between the versions, or stands in columns of its own."
          faults={faults}
        />
      )}
      <div class="actions">
        <button type="submit">Publish version {next}</button>
        <a class="button second" href={here}>
          Back to the draft
        </a>
      </div>
    </form>
  );
