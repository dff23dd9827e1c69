/** A list of options: rows that are large enough for a thumb, and the words beside "other". */
import type { Child, FC } from "hono/jsx";
import { commentOf, specialCodes, type Code, type Option, type SpecialOptions } from "#surveys";
import type { Speech } from "../speech.ts";
import { invalid, type FieldProps } from "./field.tsx";
import { idOf } from "./ids.ts";

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** No answer to the question itself: stands apart from those that are. */
  readonly apart?: boolean;
  /** In the program's own words. */
  readonly own?: Speech["own"];
}

interface ChoiceListProps {
  readonly type: "radio" | "checkbox";
  readonly name: string;
  /** Id of the first; the others are numbered. */
  readonly id: (option: number) => string;
  readonly choices: readonly Choice[];
  readonly chosen: ReadonlySet<string>;
  /** A line of cells instead of rows. */
  readonly line?: boolean;
  /** The words beside "other", under that option. */
  readonly otherWords?: Child;
  readonly wrong?: ReturnType<typeof invalid>;
}

export const ChoiceList: FC<ChoiceListProps> = ({ choices, line, wrong, otherWords, ...list }) => (
  <div class={line ? "choices line" : "choices"}>
    {choices.map(({ value, label, apart, own }, i) => (
      <>
        <label class={apart ? "choice apart" : "choice"} {...own}>
          <input
            type={list.type}
            id={list.id(i)}
            name={list.name}
            value={value}
            checked={list.chosen.has(value)}
            {...(i === 0 ? wrong : {})}
          />
          <span>{label}</span>
        </label>
        {value === specialCodes.other && otherWords}
      </>
    ))}
  </div>
);

type Choosing = SpecialOptions & { readonly options: readonly Option[] };

/** Options in this person's order, then those that every question may have. */
export function choicesOf(item: Choosing, order: readonly Code[] | undefined, speech: Speech) {
  const byCode = new Map(item.options.map((option) => [option.code, option]));
  const inOrder = order?.flatMap((code) => byCode.get(code) ?? []) ?? item.options;
  return [...optionChoices(inOrder, speech), ...specialChoices(item, speech)];
}

export const optionChoices = (options: readonly Option[], speech: Speech): Choice[] =>
  options.map(({ code, label }) => ({ value: String(code), label: speech.say(label) }));

function specialChoices(item: SpecialOptions, speech: Speech): Choice[] {
  return special.flatMap(({ kind, apart }) => {
    const option = item[kind];
    return option === undefined
      ? []
      : [{ value: specialCodes[kind], label: speech.say(option.label), apart }];
  });
}

/** Without it a radio button, once pressed, could not be taken back where there are no scripts. */
export function takenBack({ given, shown, speech }: FieldProps): Choice[] {
  if (given.answer === undefined || shown.required) return [];
  return [{ value: "", label: speech.words.noAnswer, apart: true, own: speech.own }];
}

type OtherProps = FieldProps & { readonly other: SpecialOptions["other"] };

/** Always there, so that it can be used without scripts. */
export const OtherWords: FC<OtherProps> = ({ other, item, given, faults, speech }) => {
  if (other === undefined) return null;
  const wrong = faults.some(({ code }) => code === "comment required");
  return (
    <div class="other">
      <label for={idOf(item.name, "-Comment")} {...speech.own}>
        {speech.words.otherWords(speech.say(other.label))}
      </label>
      <input
        id={idOf(item.name, "-Comment")}
        name={commentOf(item.name)}
        value={given.typed["-Comment"] ?? given.comment ?? ""}
        placeholder={other.placeholder === undefined ? undefined : speech.say(other.placeholder)}
        autocomplete="off"
        aria-invalid={wrong ? "true" : undefined}
        aria-describedby={wrong ? idOf(item.name, "..fault") : undefined}
      />
    </div>
  );
};

/** Codes as the form sends them. */
export function chosenIn({ given: { answer, typed } }: FieldProps): ReadonlySet<string> {
  if (typed[""] !== undefined) return new Set(typed[""].split("\n"));
  if (answer === undefined) return new Set();
  return new Set((Array.isArray(answer) ? (answer as readonly Code[]) : [answer]).map(String));
}

const special = [
  { kind: "other", apart: false },
  { kind: "none", apart: false },
  { kind: "unsure", apart: true },
  { kind: "refused", apart: true },
] as const;
