/** A screening under way: started, watched, cancelled. */
import type { FC } from "hono/jsx";
import type { ScreeningRecord } from "../../db/screenings.ts";
import { problems } from "../../problem.ts";
import { seeOther, type Page, type View } from "../page.ts";
import { ProblemBox } from "../parts/problem.tsx";
import { ProgressBar, shareOf } from "../parts/progress.tsx";
import type { Pace } from "../studies/pace.ts";
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
    const { id, step } = found.screening;
    return view(found, { still: query.has("still"), pace: world.paces.of(id, step) });
  },

  /** Cancels it. */
  async act({ params }, world) {
    const found = await openScreening(world, params);
    await world.screenings.cancel(found.screening.id);
    return seeOther(addressOfScreening(found.screening));
  },
};

/** Seconds between two looks. */
const often = 2;

interface Watched {
  /** The page was asked to stay as it is. */
  readonly still: boolean;
  readonly pace: Pace | null;
}

function view({ open, screening }: OpenScreening, { still, pace }: Watched): View {
  const { done, total } = screening;
  const under = screening.state === "queued" || screening.state === "running";
  return {
    title: under ? `Computing${total > 0 ? `, ${shareOf(done, total)}` : ""}` : "Not computed",
    place: placeIn(open, "findings"),
    ...(under && !still ? { refresh: often } : {}),
    body: under ? (
      <UnderWay screening={screening} still={still} pace={pace} />
    ) : (
      <Ended screening={screening} />
    ),
  };
}

const UnderWay: FC<Watched & { readonly screening: ScreeningRecord }> = ({
  screening,
  still,
  pace,
}) => {
  const { step, done, total, state } = screening;
  const here = addressOfScreening(screening);
  return (
    <>
      <h1>Computing the findings</h1>
      <ProgressBar
        step={state === "queued" ? "Waiting for its turn" : capital(step)}
        done={done}
        total={total}
        pace={pace}
      />
      <p>
        {still ? (
          <a href={here}>Look again, every {often} seconds</a>
        ) : (
          <>
            This page looks again every {often} seconds. <a href={`${here}?still`}>Let it stay</a>.
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
