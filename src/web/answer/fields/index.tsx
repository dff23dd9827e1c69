/** A field for every kind of item; the compiler demands one for a new kind. */
import type { FC } from "hono/jsx";
import type { Item, ItemKindId } from "#surveys";
import { CommentField } from "./comment.tsx";
import { DateField } from "./date.tsx";
import { DropdownField } from "./dropdown.tsx";
import type { Field, FieldProps } from "./field.tsx";
import { InformationField } from "./information.tsx";
import { MatrixField } from "./matrix.tsx";
import { MultipleChoiceField } from "./multiple-choice.tsx";
import { NumberField } from "./number.tsx";
import { RatingField } from "./rating.tsx";
import { SingleChoiceField } from "./single-choice.tsx";
import { TextField } from "./text.tsx";
import { YesNoField } from "./yes-no.tsx";

export const ItemField: FC<FieldProps> = (field) => {
  const Kind = fields[field.item.kind] as Field<Item>;
  return <Kind {...field} />;
};

const fields: { readonly [K in ItemKindId]: Field<Extract<Item, { kind: K }>> } = {
  "single choice": SingleChoiceField,
  dropdown: DropdownField,
  "multiple choice": MultipleChoiceField,
  rating: RatingField,
  matrix: MatrixField,
  "yes/no": YesNoField,
  number: NumberField,
  date: DateField,
  text: TextField,
  comment: CommentField,
  information: InformationField,
};
