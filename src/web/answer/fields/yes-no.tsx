import { asOptions, type YesNo } from "#surveys";
import { ChoiceList, chosenIn, optionChoices, takenBack } from "./choices.tsx";
import { Group, invalid, type Field } from "./field.tsx";
import { idOf } from "./ids.ts";

export const YesNoField: Field<YesNo> = (field) => {
  const { item, speech } = field;
  return (
    <Group {...field}>
      <ChoiceList
        type="radio"
        name={item.name}
        id={(option) => idOf(item.name, "", option)}
        choices={[...optionChoices(asOptions(item).options, speech), ...takenBack(field)]}
        chosen={chosenIn(field)}
        wrong={invalid(field)}
      />
    </Group>
  );
};
