/** What every kind of field is given, and what stands around it: the question, a hint, what is wrong. */
import type { Child, FC, PropsWithChildren } from "hono/jsx";
import type { Answer, Fault, Item, ShownItem } from "#surveys";
import { faultText } from "../faults.ts";
import type { Speech } from "../speech.ts";
import { idOf } from "./ids.ts";

/** What a person has put in so far. */
export interface Given {
  readonly answer?: Answer;
  /** The words beside "other". */
  readonly comment?: string;
  /** The answer is what records say, to be confirmed. */
  readonly fromRecords?: boolean;
  /** As typed, where it could not be used; by suffix of the field. */
  readonly typed: Readonly<Record<string, string>>;
}

export interface FieldProps<I extends Item = Item> {
  readonly item: I;
  readonly shown: Omit<ShownItem, "item">;
  readonly given: Given;
  readonly faults: readonly Fault[];
  readonly speech: Speech;
  /** Of numbers, from the codebook. */
  readonly unit?: string;
}

/** One kind of item, for whom there is one field. */
export type Field<I extends Item> = FC<FieldProps<I>>;

/** Several controls under one question. */
export const Group: FC<PropsWithChildren<FieldProps & { readonly hint?: Child }>> = ({
  children,
  hint,
  ...field
}) => (
  <fieldset
    class={field.faults.length === 0 ? "item" : "item wrong"}
    aria-describedby={describedBy(field, hint)}
  >
    <legend>{questionOf(field)}</legend>
    <Notes {...field} hint={hint} />
    {children}
  </fieldset>
);

/** One control under its question. */
export const Single: FC<PropsWithChildren<FieldProps & { readonly hint?: Child }>> = ({
  children,
  hint,
  ...field
}) => (
  <div class={field.faults.length === 0 ? "item" : "item wrong"}>
    <label class="question" for={idOf(field.item.name)}>
      {questionOf(field)}
    </label>
    <Notes {...field} hint={hint} />
    {children}
  </div>
);

/** What a single control says of itself. */
export function control(field: FieldProps, hint?: Child) {
  return {
    id: idOf(field.item.name),
    name: field.item.name,
    "aria-describedby": describedBy(field, hint),
    ...invalid(field),
  } as const;
}

export const invalid = ({ faults }: FieldProps) =>
  faults.length === 0 ? {} : ({ "aria-invalid": "true" } as const);

/** What stands in a text field: as typed where that cannot be used, else the answer. */
export function textIn({ given: { typed, answer } }: FieldProps): string {
  const written = typed[""];
  if (written !== undefined) return written;
  return typeof answer === "string" || typeof answer === "number" ? String(answer) : "";
}

const questionOf = ({ item, shown, speech }: FieldProps): Child => (
  <>
    {speech.say(item.title)}
    {shown.required && (
      <>
        {" "}
        <span class="required" {...speech.own}>
          ({speech.words.required})
        </span>
      </>
    )}
  </>
);

const Notes: FC<FieldProps & { readonly hint?: Child }> = ({
  item,
  given,
  speech,
  faults,
  hint,
}) => (
  <>
    {item.description !== undefined && (
      <p class="hint" id={idOf(item.name, "..about")}>
        {speech.say(item.description)}
      </p>
    )}
    {given.fromRecords && (
      <p class="note" id={idOf(item.name, "..records")} {...speech.own}>
        {speech.words.fromRecords}
      </p>
    )}
    {hint !== undefined && (
      <p class="hint" id={idOf(item.name, "..hint")} {...speech.own}>
        {hint}
      </p>
    )}
    {faults.length > 0 && (
      <p class="fault" id={idOf(item.name, "..fault")}>
        {faults.map((fault) => faultText(fault, speech)).join(" ")}
      </p>
    )}
  </>
);

function describedBy({ item, given, faults }: FieldProps, hint: Child): string | undefined {
  const parts = [
    ...(item.description === undefined ? [] : ["..about"]),
    ...(given.fromRecords ? ["..records"] : []),
    ...(hint === undefined ? [] : ["..hint"]),
    ...(faults.length === 0 ? [] : ["..fault"]),
  ];
  return parts.length === 0 ? undefined : parts.map((part) => idOf(item.name, part)).join(" ");
}
