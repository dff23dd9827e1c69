/** People are invited. In an anonymous wave the answer is the file of their links: it is made once. */
import { invite, linksCsv, linksOf, type Invited } from "../../../fielding/links.ts";
import { linkSecretOf } from "../../../fielding/link-secret.ts";
import { readRoster } from "../../../fielding/roster.ts";
import { Problem } from "../../../problem.ts";
import { seeOther, type Page } from "../../page.ts";
import type { Writing } from "../../world.ts";
import { addressOfWave } from "../addresses.ts";
import { receiveRoster } from "../roster-upload.ts";
import { openWave, type OpenWave } from "../wave.ts";
import { waveView } from "./wave.tsx";

export const roster: Page<"/waves/:wave/roster"> = {
  path: "/waves/:wave/roster",
  async act({ params, request }, world) {
    const open = await openWave(world, params.wave);
    try {
      const invited = await inviteAll(world, open, request);
      if (open.wave.anonymous && invited.added > 0)
        return csvOf(linksCsv(invited.links, world.publicUrl), open);
      const { added, unchanged } = invited;
      const counts = new URLSearchParams({ added: String(added), unchanged: String(unchanged) });
      return seeOther(`${addressOfWave(open.wave.id)}?${counts.toString()}`);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      return waveView(world, open, { problem });
    }
  },
};

/** Whoever has a link can answer with it: so the file is asked for by a form, and has no address of its own. */
export const links: Page<"/waves/:wave/links"> = {
  path: "/waves/:wave/links",
  async act({ params }, world) {
    const open = await openWave(world, params.wave);
    const { wave } = open;
    try {
      const found = await linksOf(world.db.read, { wave, secret: linkSecretOf(world.config) });
      return csvOf(linksCsv(found, world.publicUrl), open);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      return waveView(world, open, { problem });
    }
  },
};

async function inviteAll(
  { db, config }: Writing,
  { wave, instrument }: OpenWave,
  request: Request,
): Promise<Invited> {
  const { name, idColumn, chunks } = await receiveRoster(request);
  const { people } = await readRoster(each(chunks), { name, idColumn, instrument });
  return invite(db.write, people, { wave, secret: linkSecretOf(config) });
}

async function* each(chunks: readonly Buffer[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

const csvOf = (text: string, { wave }: OpenWave): Response =>
  new Response(text, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="links-${fileSafe(wave.title)}.csv"`,
    },
  });

const fileSafe = (title: string): string =>
  title
    .normalize("NFKD")
    .replaceAll(/[^\w]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 60)
    .toLowerCase() || "wave";
