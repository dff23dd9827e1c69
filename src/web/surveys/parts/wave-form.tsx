/** What is decided when a wave begins; who is named can never be changed afterwards. */
import type { FC } from "hono/jsx";
import type { Fault } from "../../forms/form.ts";
import { TextField } from "../../parts/field.tsx";
import { timeZone } from "../forms/moment.ts";
import type { WaveFields } from "../forms/wave-form.ts";
import { Choices, Tick } from "./choices.tsx";

interface Fields {
  readonly fields: WaveFields;
  readonly faults: readonly Fault[];
}

export const WaveForm: FC<Fields & { readonly instrument: string }> = ({
  fields,
  faults,
  instrument,
}) => (
  <form method="post" action="/waves/new">
    <input type="hidden" name="instrument" value={instrument} />
    <TextField
      name="title"
      label="Name of the wave"
      hint="For you, not for respondents. For example: Class of 2021, five years out"
      value={fields.title}
      faults={faults}
    />
    <Times fields={fields} faults={faults} />
    <Choices
      name="who"
      legend="Who is behind an answer?"
      hint="This is decided once. It cannot be changed when the wave exists."
      value={fields.who}
      choices={identities}
      faults={faults}
    />
    <Tick
      name="openLink"
      label="Also make one open link that anybody may use"
      hint="For newsletters and social media. Answers through it name nobody, and one person can answer more than once."
      checked={fields.openLink}
      faults={faults}
    />
    <button type="submit">Begin the wave</button>
  </form>
);

export const Times: FC<Fields> = ({ fields, faults }) => (
  <>
    <TextField
      name="opens"
      label="Opens"
      type="datetime-local"
      hint={zoneHint()}
      value={fields.opens}
      faults={faults}
    />
    <TextField
      name="closes"
      label="Closes"
      type="datetime-local"
      hint={`${zoneHint()} Empty: open until you close it.`}
      value={fields.closes}
      faults={faults}
    />
    <TextField
      name="grace"
      label="Days to finish after it has closed"
      hint="For people who have begun. What they send then is kept and marked as late."
      value={fields.grace}
      short
      faults={faults}
    />
  </>
);

const zoneHint = (): string => `Time zone of this machine: ${timeZone()}.`;

const identities = [
  {
    value: "named",
    label: "Named: answers can be joined with a person",
    meaning:
      "Each person of the roster gets a link of their own. Answers carry the person’s id, so they can be joined with student records. You see who has answered, and can download the links at any time. Say so in the consent text.",
  },
  {
    value: "anonymous",
    label: "Anonymous: nobody can say who answered what",
    meaning:
      "Each person gets a link of their own, but nothing stored joins it with an answer, and times are kept as whole days. You cannot see who has answered, so a reminder goes to everybody. The links are handed out once: when you send the roster.",
  },
];
