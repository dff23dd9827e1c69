import type { Rating } from "#surveys";
import { ChoiceList, chosenIn, optionChoices, takenBack } from "./choices.tsx";
import { Group, invalid, type Field } from "./field.tsx";
import { idOf } from "./ids.ts";

/** Numbers stand in a line that wraps, words in rows. */
export const RatingField: Field<Rating> = (field) => {
  const { item, speech } = field;
  const choices = optionChoices(item.options, speech);
  const line = choices.every(({ label }) => label.length <= 3);
  const [first, last] = [choices.at(0), choices.at(-1)].map((choice) => choice?.label ?? "");
  const ends = [
    ...(item.lowLabel === undefined ? [] : [`${first} = ${speech.say(item.lowLabel)}`]),
    ...(item.highLabel === undefined ? [] : [`${last} = ${speech.say(item.highLabel)}`]),
  ];
  const back = takenBack(field);
  return (
    <Group {...field}>
      {ends.length > 0 && (
        <p class="ends">
          {ends.map((end) => (
            <span>{end}</span>
          ))}
        </p>
      )}
      <ChoiceList
        type="radio"
        name={item.name}
        id={(option) => idOf(item.name, "", option)}
        choices={line ? choices : [...choices, ...back]}
        chosen={chosenIn(field)}
        line={line}
        wrong={invalid(field)}
      />
      {line && back.length > 0 && (
        <ChoiceList
          type="radio"
          name={item.name}
          id={(option) => idOf(item.name, "", choices.length + option)}
          choices={back}
          chosen={new Set()}
        />
      )}
    </Group>
  );
};
