import type { SingleChoice } from "#surveys";
import { ChoiceList, choicesOf, chosenIn, OtherWords, takenBack } from "./choices.tsx";
import { Group, invalid, type Field } from "./field.tsx";
import { idOf } from "./ids.ts";

export const SingleChoiceField: Field<SingleChoice> = (field) => {
  const { item, shown, speech } = field;
  return (
    <Group {...field}>
      <ChoiceList
        type="radio"
        name={item.name}
        id={(option) => idOf(item.name, "", option)}
        choices={[...choicesOf(item, shown.order, speech), ...takenBack(field)]}
        chosen={chosenIn(field)}
        wrong={invalid(field)}
        otherWords={<OtherWords {...field} other={item.other} />}
      />
    </Group>
  );
};
