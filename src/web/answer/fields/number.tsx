import type { NumberItem } from "#surveys";
import { control, Single, textIn, type Field } from "./field.tsx";
import { idOf } from "./ids.ts";

/** Not `type="number"`: browsers drop what they cannot read of it, and a wheel turns it unseen. */
export const NumberField: Field<NumberItem> = (field) => {
  const { item, unit, speech } = field;
  const [low, high] = [item.low, item.high].map((limit) =>
    limit === undefined ? undefined : speech.number(limit),
  );
  const hint = low === undefined && high === undefined ? undefined : speech.words.range(low, high);
  const { "aria-describedby": described, ...named } = control(field, hint);
  const unitId = idOf(item.name, "..unit");
  const texts = [described, unit === undefined ? undefined : unitId].filter(
    (id) => id !== undefined,
  );
  return (
    <Single {...field} hint={hint}>
      <div class="with-unit">
        <input
          {...named}
          aria-describedby={texts.length === 0 ? undefined : texts.join(" ")}
          class="short"
          inputmode={item.whole ? "numeric" : "decimal"}
          autocomplete="off"
          value={textIn(field)}
        />
        {unit !== undefined && <span id={unitId}>{unit}</span>}
      </div>
    </Single>
  );
};
