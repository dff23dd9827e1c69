/** One person, or one with two devices, who insists until every page is acknowledged, and writes down what that was. */
import { setTimeout as sleep } from "node:timers/promises";
import { ask, hiddenIn, insist, type Form, type Reply } from "./http.ts";
import { itemOf, sections } from "./wave.ts";

/** What somebody was told is saved, in the order in which it was. */
export interface Saved {
  readonly token: string;
  readonly key: string;
  readonly section: string;
  readonly words: string;
  readonly device: number;
}

export interface Log {
  readonly saves: Saved[];
  /** Tokens of those who began, and of those who were thanked. */
  readonly begun: string[];
  readonly thanked: string[];
  /** Requests that were sent, and what made them necessary. */
  readonly counts: Record<"posts" | "doubles" | "cuts" | "changed" | "twoDevices", number>;
  /** Tries that failed, by reason. */
  readonly retries: Record<string, number>;
}

export const emptyLog = (): Log => ({
  saves: [],
  begun: [],
  thanked: [],
  counts: { posts: 0, doubles: 0, cuts: 0, changed: 0, twoDevices: 0 },
  retries: {},
});

export interface Respondent {
  /** Where the service is now; another port each time it was started. */
  url(): string;
  readonly log: Log;
  readonly userAgents: readonly string[];
}

/** From the consent to the thanks. */
export async function answerAll(respondent: Respondent, token: string): Promise<void> {
  const { log, userAgents } = respondent;
  log.begun.push(token);
  if (userAgents.length > 1) log.counts.twoDevices++;
  for (const section of sections)
    await Promise.all(userAgents.map((_, device) => fill(respondent, { token, section, device })));
  const { location } = await post(respondent, `/s/${token}/review`, { form: [["~lang", "en"]] });
  // Sent twice, the second leads to where the first has led.
  if (!location.startsWith(`/s/${token}/thanks`) && location !== `/s/${token}`)
    throw new Error(`a complete response was sent to ${location}`);
  log.thanked.push(token);
}

/** By a personal link. */
export async function begin(respondent: Respondent, token: string): Promise<string> {
  await agree(respondent, `/s/${token}`);
  return token;
}

/** By the link that anybody may use. @returns the link of one's own */
export async function beginOpen(respondent: Respondent, slug: string): Promise<string> {
  const location = await agree(respondent, `/o/${slug}`);
  return /^\/s\/([\w-]{22})/.exec(location)![1]!;
}

async function agree(respondent: Respondent, path: string): Promise<string> {
  const form = hiddenIn(await see(respondent, path));
  const { location } = await post(respondent, path, { form });
  if (!/^\/s\/[\w-]{22}(\/at\/|$)/.test(location))
    throw new Error(`consent was sent to ${location}`);
  return location;
}

interface Place {
  readonly token: string;
  readonly section: string;
  readonly device: number;
}

/** One page: sometimes sent twice, cut off, or sent again from "back" with something else, and the first again. */
async function fill(respondent: Respondent, { token, section, device }: Place): Promise<void> {
  const { log } = respondent;
  const path = `/s/${token}/at/${section}`;
  const hidden = hiddenIn(await see(respondent, path, device));
  const key = hidden.find(([name]) => name === "~key")![1];
  const words = `save ${log.saves.length} ${Math.random()}`;
  const changing = Math.random() < 0.05;
  if (changing) log.counts.changed++;
  for (const said of changing ? [words, `${words} or not`, words] : [words]) {
    const choice = String(1 + Math.floor(Math.random() * 3));
    const form: Form = [
      ...hidden,
      [itemOf(section), said],
      // The same again where the words are the same: a page is what it says.
      [`choice_${section}`, changing ? "1" : choice],
      ["~then", "next"],
    ];
    const { location } = await post(respondent, path, { form, device, calm: changing });
    if (!location.startsWith(`/s/${token}/`)) throw new Error(`a page was sent to ${location}`);
    log.saves.push({ token, key, section, words: said, device });
  }
}

const see = async (respondent: Respondent, path: string, device = 0): Promise<string> => {
  const userAgent = respondent.userAgents[device];
  const { status, text } = await insist(
    () => ask(respondent.url() + path, { userAgent }),
    patienceOf(respondent),
  );
  if (status !== 200) throw new Error(`GET gave ${status}`);
  return text;
};

interface Sending {
  readonly form: Form;
  readonly device?: number;
  /** Nothing is cut: what was sent before must not arrive after what is sent next. */
  readonly calm?: boolean;
}

/** Until it is acknowledged; one in ten twice on purpose, one in ten without waiting for the first reply. */
async function post(
  respondent: Respondent,
  path: string,
  { form, device = 0, calm = false }: Sending,
): Promise<Reply> {
  const { log } = respondent;
  const userAgent = respondent.userAgents[device];
  const send = (cutAfter?: number): Promise<Reply> => {
    log.counts.posts++;
    return ask(respondent.url() + path, { form, userAgent, cutAfter });
  };
  const cut = !calm && Math.random() < 0.1;
  const doubled = Math.random() < 0.1;
  if (cut) log.counts.cuts++;
  if (doubled) log.counts.doubles++;
  const again = (): Promise<unknown> => send().catch(() => undefined);
  const beside = doubled && !calm ? sleep(Math.random() * 10).then(again) : undefined;
  const reply = await insist(
    (nth) => send(cut && nth === 0 ? Math.random() * 15 : undefined),
    patienceOf(respondent),
  );
  await beside;
  if (doubled && calm) await again();
  if (reply.status !== 303) throw new Error(`POST gave ${reply.status}`);
  return reply;
}

const patienceOf = ({ log }: Respondent) => ({
  onRetry(reason: string) {
    log.retries[reason] = (log.retries[reason] ?? 0) + 1;
  },
});
