/** Answers taken back, at any time after they were begun. */
import { withdrawResponse } from "../../../fielding/finish.ts";
import { seeOther, type Page } from "../../page.ts";
import { respondAnswer } from "../layout.tsx";
import { openLink } from "../opened.ts";
import { withdrawView } from "../views/withdraw.tsx";

export const withdraw: Page<"/s/:token/withdraw"> = {
  path: "/s/:token/withdraw",
  async show(visit, { db }) {
    const { base, visit: found, standing, instrument, speech } = await openLink(db.read, visit);
    if (found.response === undefined || standing === "withdrawn") return seeOther(base);
    return respondAnswer(withdrawView({ instrument, speech, base }));
  },

  async act(visit, { db }) {
    const { base, visit: found, now } = await openLink(db.read, visit);
    if (found.response === undefined) return seeOther(base);
    await withdrawResponse(db.write, { token: found.token, wave: found.wave, at: now });
    return seeOther(base);
  },
};
