import type { TextItem } from "#surveys";
import { control, Single, textIn, type Field } from "./field.tsx";

/** No `maxlength`: it would cut what is pasted without a word. */
export const TextField: Field<TextItem> = (field) => {
  const { item, speech } = field;
  return (
    <Single {...field}>
      <input
        {...control(field)}
        // What a browser would refuse itself could not be kept as a draft: only its keyboard is asked for.
        inputmode={item.input}
        autocomplete={completions[item.input]}
        autocapitalize={item.input === "text" ? undefined : "none"}
        placeholder={item.placeholder === undefined ? undefined : speech.say(item.placeholder)}
        value={textIn(field)}
      />
    </Single>
  );
};

const completions = { text: "off", email: "email", tel: "tel", url: "url" } as const;
