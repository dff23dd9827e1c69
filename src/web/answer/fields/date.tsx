import type { FC } from "hono/jsx";
import type { DateItem, Locale } from "#surveys";
import { control, Group, invalid, Single, textIn, type Field, type FieldProps } from "./field.tsx";
import { idOf } from "./ids.ts";

/** Month and year are chosen and written apart: every browser can, and nobody has to page through a calendar. */
export const DateField: Field<DateItem> = (field) =>
  field.item.to === "day" ? (
    <Single {...field}>
      <input {...control(field)} type="date" class="short" value={textIn(field)} />
    </Single>
  ) : (
    <Group {...field}>
      <MonthAndYear {...field} />
    </Group>
  );

const MonthAndYear: FC<FieldProps> = (field) => {
  const { item, speech } = field;
  const { month, year } = partsOf(field);
  const [monthId, yearId] = [idOf(item.name), idOf(item.name, ".year")];
  return (
    <div class="together">
      <div>
        <label for={monthId} {...speech.own}>
          {speech.words.month}
        </label>
        <select id={monthId} name={`${item.name}.month`} {...invalid(field)}>
          <option value="">–</option>
          {monthsIn(speech.locale).map((name, i) => (
            <option value={String(i + 1)} selected={Number(month) === i + 1}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label for={yearId} {...speech.own}>
          {speech.words.year}
        </label>
        <input
          id={yearId}
          name={`${item.name}.year`}
          class="year"
          inputmode="numeric"
          autocomplete="off"
          value={year}
        />
      </div>
    </div>
  );
};

function partsOf({ given: { answer, typed } }: FieldProps) {
  const [, year, month] = /^(\d{4})-(\d\d)/.exec(typeof answer === "string" ? answer : "") ?? [];
  return { month: typed[".month"] ?? month ?? "", year: typed[".year"] ?? year ?? "" };
}

function monthsIn(locale: Locale): readonly string[] {
  const form = new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" });
  return Array.from({ length: 12 }, (_, month) => form.format(Date.UTC(2024, month, 1)));
}
