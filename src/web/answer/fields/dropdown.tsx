import type { Dropdown } from "#surveys";
import { choicesOf, chosenIn, OtherWords } from "./choices.tsx";
import { control, Single, type Field } from "./field.tsx";

export const DropdownField: Field<Dropdown> = (field) => {
  const { item, shown, speech } = field;
  const chosen = chosenIn(field);
  return (
    <Single {...field}>
      <select {...control(field)}>
        <option value="" {...speech.own}>
          {speech.words.choose}
        </option>
        {choicesOf(item, shown.order, speech).map(({ value, label }) => (
          <option value={value} selected={chosen.has(value)}>
            {label}
          </option>
        ))}
      </select>
      <OtherWords {...field} other={item.other} />
    </Single>
  );
};
