/** The kinds of items, as the engine sees them. SurveyJS names stay in the definition. */
import type { Answer, Code } from "../answer.ts";
import type { Condition } from "../expression/expression.ts";
import type { Text } from "../text.ts";

interface Asked {
  readonly name: string;
  readonly title: Text;
  readonly description?: Text;
  readonly visibleIf?: Condition;
  readonly required: boolean;
  readonly requiredIf?: Condition;
  readonly validators: readonly Validator[];
  readonly defaultAnswer?: Answer;
}

export interface Option {
  readonly code: Code;
  readonly label: Text;
}

/** Options that stand after the others, by what they mean; their codes are in `specialCodes`. */
export interface SpecialOptions {
  readonly other?: { readonly label: Text; readonly placeholder?: Text };
  readonly none?: { readonly label: Text };
  readonly refused?: { readonly label: Text };
  readonly unsure?: { readonly label: Text };
}

interface Choosing extends Asked, SpecialOptions {
  readonly options: readonly Option[];
  readonly randomOrder: boolean;
}

export interface SingleChoice extends Choosing {
  readonly kind: "single choice";
}
/** A long list: one line that opens. */
export interface Dropdown extends Choosing {
  readonly kind: "dropdown";
}
export interface MultipleChoice extends Choosing {
  readonly kind: "multiple choice";
  readonly atLeast?: number;
  readonly atMost?: number;
}
/** A row of numbers with words at both ends, or with words for each. */
export interface Rating extends Asked {
  readonly kind: "rating";
  readonly options: readonly Option[];
  readonly lowLabel?: Text;
  readonly highLabel?: Text;
}
/** The same options for several rows; shown item by item. */
export interface Matrix extends Asked {
  readonly kind: "matrix";
  readonly rows: readonly MatrixRow[];
  readonly options: readonly Option[];
  readonly eachRowRequired: boolean;
}
export interface MatrixRow {
  readonly name: string;
  readonly title: Text;
}
export interface YesNo extends Asked {
  readonly kind: "yes/no";
  readonly yes?: Text;
  readonly no?: Text;
  /** What is stored; true and false where not said. */
  readonly yesCode: Code;
  readonly noCode: Code;
}
export interface NumberItem extends Asked {
  readonly kind: "number";
  readonly low?: number;
  readonly high?: number;
  readonly whole: boolean;
}
/** Stored as "2019-06" or "2019-06-30". */
export interface DateItem extends Asked {
  readonly kind: "date";
  readonly to: "month" | "day";
  readonly low?: string;
  readonly high?: string;
}
export interface TextItem extends Asked {
  readonly kind: "text";
  readonly input: "text" | "email" | "tel" | "url";
  readonly longest: number;
  readonly placeholder?: Text;
}
export interface Comment extends Asked {
  readonly kind: "comment";
  readonly longest: number;
  readonly lines: number;
}
/** Words between questions; nothing is answered. */
export interface Information extends Asked {
  readonly kind: "information";
  readonly text: Text;
}

export type Item =
  | SingleChoice
  | Dropdown
  | MultipleChoice
  | Rating
  | Matrix
  | YesNo
  | NumberItem
  | DateItem
  | TextItem
  | Comment
  | Information;

export type ItemKindId = Item["kind"];

export type Validator =
  | {
      readonly kind: "numeric";
      readonly low?: number;
      readonly high?: number;
      readonly text?: Text;
    }
  | {
      readonly kind: "length";
      readonly low?: number;
      readonly high?: number;
      readonly text?: Text;
    }
  | { readonly kind: "count"; readonly low?: number; readonly high?: number; readonly text?: Text }
  | { readonly kind: "pattern"; readonly pattern: string; readonly text?: Text }
  | { readonly kind: "email"; readonly text?: Text }
  | { readonly kind: "condition"; readonly holds: Condition; readonly text?: Text };
