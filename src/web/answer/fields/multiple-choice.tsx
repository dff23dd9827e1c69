import type { MultipleChoice } from "#surveys";
import type { Words } from "../words/index.ts";
import { ChoiceList, choicesOf, chosenIn, OtherWords } from "./choices.tsx";
import { Group, invalid, type Field } from "./field.tsx";
import { idOf } from "./ids.ts";

export const MultipleChoiceField: Field<MultipleChoice> = (field) => {
  const { item, shown, speech } = field;
  return (
    <Group {...field} hint={howMany(item, speech.words)}>
      <ChoiceList
        type="checkbox"
        name={item.name}
        id={(option) => idOf(item.name, "", option)}
        choices={choicesOf(item, shown.order, speech)}
        chosen={chosenIn(field)}
        wrong={invalid(field)}
        otherWords={<OtherWords {...field} other={item.other} />}
      />
    </Group>
  );
};

function howMany({ atLeast, atMost }: MultipleChoice, words: Words): string {
  if (atLeast !== undefined && atMost !== undefined) return words.chooseBetween(atLeast, atMost);
  if (atLeast !== undefined) return words.chooseAtLeast(atLeast);
  return atMost === undefined ? words.chooseSeveral : words.chooseAtMost(atMost);
}
