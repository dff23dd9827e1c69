/** A study: where it stands, and its end. */
import { screeningsOf } from "../../db/screenings.ts";
import { removeStudy as remove } from "../../db/studies.ts";
import { readForm } from "../forms/form.ts";
import { seeOther, type Page } from "../page.ts";
import { momentOf } from "../parts/day.ts";
import { DataTable } from "../parts/table.tsx";
import { addressOfScreening, addressOfStudy, openStudy, placeIn } from "../studies/study.ts";

/** The furthest step that can be gone to, and what was computed before. */
export const study: Page<"/studies/:study"> = {
  path: "/studies/:study",
  async show({ params }, world) {
    const open = await openStudy(world, params.study);
    const here = addressOfStudy(open.study.id);
    const screenings = await screeningsOf(world.db.read, open.study.id);
    if (open.confirmed.length === 0) return seeOther(`${here}/files`);
    if (screenings.length === 0) return seeOther(`${here}/data`);
    return {
      title: open.study.title,
      place: placeIn(open, "findings"),
      body: (
        <>
          <h1>{open.study.title}</h1>
          <DataTable
            caption="What was computed, newest first"
            rows={screenings}
            columns={[
              {
                id: "when",
                head: "Begun",
                names: true,
                cell: (each) => <a href={addressOfScreening(each)}>{momentOf(each.createdAt)}</a>,
              },
              { id: "state", head: "State", cell: ({ state }) => state },
              {
                id: "outcomes",
                head: "Outcomes",
                cell: ({ specification }) => specification.plan.outcomes.join(", "),
              },
            ]}
          />
          <h2>Remove the study</h2>
          <p>Its files, codebook, plan and findings go with it. There is no way back.</p>
          <form method="post" action={`${here}/remove`}>
            <label class="line">
              <input type="checkbox" name="sure" value="yes" required /> Remove “{open.study.title}”
              and everything in it
            </label>
            <button type="submit" class="second">
              Remove the study
            </button>
          </form>
        </>
      ),
    };
  },
};

export const removeStudy: Page<"/studies/:study/remove"> = {
  path: "/studies/:study/remove",
  async act({ params, request }, world) {
    const open = await openStudy(world, params.study);
    const form = await readForm(request);
    if (form.get("sure") !== "yes") return seeOther(addressOfStudy(open.study.id));
    await world.screenings.cancelAll(open.study.id);
    await remove(world.db.write, open.study.id);
    return seeOther("/");
  },
};
