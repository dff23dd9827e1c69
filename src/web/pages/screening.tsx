/** A screening under way: started, watched, cancelled. */
import type { FC } from "hono/jsx";
import type { ScreeningRecord } from "../../db/screenings.ts";
import { problems } from "../../problem.ts";
import { count } from "../../reports/html/format.ts";
import { seeOther, type Page, type View } from "../page.ts";
import { ProblemBox } from "../parts/problem.tsx";
import { openScreening, type OpenScreening } from "../studies/screening.ts";
import { specificationOf } from "../studies/specification.ts";
import { addressOfScreening, addressOfStudy, openStudy, placeIn } from "../studies/study.ts";

export const startScreening: Page<"/studies/:study/screenings"> = {
  path: "/studies/:study/screenings",
  async act({ params }, world) {
    const { study } = await openStudy(world, params.study);
    const id = await world.screenings.start(study.id, specificationOf(study));
    return seeOther(`${addressOfStudy(study.id)}/screenings/${id}`);
  },
};

export const screening: Page<"/studies/:study/screenings/:screening"> = {
  path: "/studies/:study/screenings/:screening",
  async show({ params, query }, world) {
    const found = await openScreening(world, params);
    if (found.screening.state === "done")
      return seeOther(`${addressOfScreening(found.screening)}/findings`);
    return view(found, { still: query.has("still") });
  },

  /** Cancels it. */
  async act({ params }, world) {
    const found = await openScreening(world, params);
    await world.screenings.cancel(found.screening.id);
    return seeOther(addressOfScreening(found.screening));
  },
};

/** Seconds between two looks. */
const pace = 2;

/** @param still the page was asked to stay as it is */
function view({ open, screening }: OpenScreening, { still }: { still: boolean }): View {
  const under = screening.state === "queued" || screening.state === "running";
  return {
    title: under ? "Computing" : "Not computed",
    place: placeIn(open, "findings"),
    ...(under && !still ? { refresh: pace } : {}),
    body: under ? (
      <UnderWay screening={screening} still={still} />
    ) : (
      <Ended screening={screening} />
    ),
  };
}

const UnderWay: FC<{ readonly screening: ScreeningRecord; readonly still: boolean }> = ({
  screening,
  still,
}) => {
  const { step, done, total, state } = screening;
  const known = total > 0;
  const here = addressOfScreening(screening);
  return (
    <>
      <h1>Computing the findings</h1>
      <p class="lead">
        <output id="step">
          {state === "queued" ? "Waiting for its turn" : capital(step)}
          {known && `: ${count(done)} of ${count(total)}`}
        </output>
      </p>
      {known ? (
        <progress value={done} max={total} aria-labelledby="step">
          {Math.floor((100 * done) / total)} %
        </progress>
      ) : (
        <progress aria-labelledby="step" />
      )}
      <p>
        {still ? (
          <a href={here}>Look again, every {pace} seconds</a>
        ) : (
          <>
            This page looks again every {pace} seconds. <a href={`${here}?still`}>Let it stay</a>.
          </>
        )}{" "}
        You can leave it; the work goes on, and the findings will be in the study.
      </p>
      <form method="post">
        <button type="submit" class="second">
          Cancel
        </button>
      </form>
    </>
  );
};

const Ended: FC<{ readonly screening: ScreeningRecord }> = ({
  screening: { studyId, state, problem },
}) => (
  <>
    <h1>{state === "cancelled" ? "Cancelled" : "The findings could not be computed"}</h1>
    {problem === null ? (
      <p>The screening was cancelled. Nothing of it was kept.</p>
    ) : (
      <ProblemBox
        title={problems[problem.id].title}
        detail={problem.detail}
        next={problem.next}
        issues={problem.issues}
      />
    )}
    <p>
      <a class="button" href={`${addressOfStudy(studyId)}/plan`}>
        Back to the plan
      </a>
    </p>
  </>
);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
