/** One of a few choices, each with a sentence of its own. */
import type { Child, FC } from "hono/jsx";
import type { Fault } from "../../forms/form.ts";

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly meaning?: Child;
}

interface ChoicesProps {
  readonly name: string;
  readonly legend: string;
  readonly hint?: Child;
  readonly choices: readonly Choice[];
  readonly value: string;
  readonly faults?: readonly Fault[];
}

export const Choices: FC<ChoicesProps> = ({ name, legend, hint, choices, value, faults = [] }) => {
  const fault = faults.find(({ field }) => field === name);
  return (
    <fieldset class={fault === undefined ? undefined : "wrong"} id={name}>
      <legend>{legend}</legend>
      {hint !== undefined && <p class="hint">{hint}</p>}
      {fault !== undefined && <p class="fault">{fault.text}</p>}
      {choices.map((choice, i) => (
        <div class="explained">
          <label class="line">
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              aria-describedby={choice.meaning === undefined ? undefined : `${name}-${i}`}
            />
            {choice.label}
          </label>
          {choice.meaning !== undefined && (
            <p class="hint" id={`${name}-${i}`}>
              {choice.meaning}
            </p>
          )}
        </div>
      ))}
    </fieldset>
  );
};

/** A box to tick, with what is wrong where it had to be ticked. */
export const Tick: FC<{
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  readonly checked?: boolean;
  readonly hint?: Child;
  readonly faults?: readonly Fault[];
}> = ({ name, label, value = "yes", checked = false, hint, faults = [] }) => {
  const fault = faults.find(({ field }) => field === name);
  const texts = [
    ...(hint === undefined ? [] : [`${name}-hint`]),
    ...(fault === undefined ? [] : [`${name}-fault`]),
  ];
  return (
    <div class={fault === undefined ? "field" : "field wrong"}>
      {fault !== undefined && (
        <p class="fault" id={`${name}-fault`}>
          {fault.text}
        </p>
      )}
      <label class="line">
        <input
          type="checkbox"
          id={name}
          name={name}
          value={value}
          checked={checked}
          aria-describedby={texts.length === 0 ? undefined : texts.join(" ")}
        />
        {label}
      </label>
      {hint !== undefined && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
};
