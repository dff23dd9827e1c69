/** The pages respondents answer on. To add one: a file in pages/, a line here. */
import type { Page } from "../page.ts";
import { link } from "./pages/link.ts";
import { openLinkPage } from "./pages/open-link.ts";
import { review } from "./pages/review.ts";
import { section } from "./pages/section.ts";
import { thanks } from "./pages/thanks.ts";
import { withdraw } from "./pages/withdraw.ts";

export const answerPages: readonly Page[] = [openLinkPage, link, section, review, thanks, withdraw];
