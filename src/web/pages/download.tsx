/** The files of the report, the same as the command line writes. */
import { reportFiles, reportPolicy } from "../../reports/index.ts";
import type { Page } from "../page.ts";
import { DataTable } from "../parts/table.tsx";
import { reportText } from "../studies/report-text.ts";
import { openScreening, resultOf } from "../studies/screening.ts";
import { addressOfScreening, placeIn } from "../studies/study.ts";

export const download: Page<"/studies/:study/screenings/:screening/download"> = {
  path: "/studies/:study/screenings/:screening/download",
  async show({ params }, world) {
    const { open, screening } = await openScreening(world, params);
    await resultOf(world, screening);
    const here = `${addressOfScreening(screening)}/files`;
    return {
      title: "Download",
      place: placeIn(open, "download", screening),
      body: (
        <>
          <h1>Download</h1>
          <p class="lead">
            The same files as the command line writes for the same plan and data, byte for byte.
          </p>
          <DataTable
            caption="Files of the report"
            rows={reportFiles}
            columns={[
              {
                id: "name",
                head: "File",
                names: true,
                cell: ({ name }) => <a href={`${here}/${name}`}>{name}</a>,
              },
              { id: "about", head: "What it is", cell: ({ about }) => about },
              {
                id: "holds",
                head: "May be shared",
                cell: ({ holds }) =>
                  holds === "people" ? "No: one line per person" : "Yes: released figures alone",
              },
            ]}
          />
        </>
      ),
    };
  },
};

export const downloadFile: Page<"/studies/:study/screenings/:screening/files/:name"> = {
  path: "/studies/:study/screenings/:screening/files/:name",
  async show({ params }, world) {
    const found = await openScreening(world, params);
    const { text, name, mediaType } = await reportText(world, found, params.name);
    return new Response(text, {
      headers: {
        "content-type": mediaType,
        "content-disposition": `attachment; filename="${name}"`,
        "content-security-policy": `${reportPolicy}; sandbox`,
      },
    });
  },
};
