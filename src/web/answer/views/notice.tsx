/** Pages that say why there is nothing to answer here. */
import type { Speech } from "../speech.ts";
import type { AnswerView } from "../view.ts";
import type { NoticeId } from "../words/index.ts";

interface NoticeSight {
  readonly speech: Speech;
  readonly survey?: string;
  /** When it opens, or ended. */
  readonly day?: Date;
  /** Where the person can go all the same. */
  readonly withdraw?: string;
}

export function noticeView(id: NoticeId, { speech, day, ...sight }: NoticeSight): AnswerView {
  const notice = speech.words.notices[id];
  return {
    title: notice.title,
    speech,
    status: statuses[id],
    ...sight,
    body: (
      <div {...speech.own}>
        <h1>{notice.title}</h1>
        <p class="lead">{notice.text(day === undefined ? undefined : speech.day(day))}</p>
        <p>{notice.next}</p>
      </div>
    ),
  };
}

const statuses: Readonly<Record<NoticeId, number>> = {
  "not yet open": 200,
  closed: 200,
  unknown: 404,
  "too large": 413,
  "no form": 415,
  trouble: 500,
};
