/** Which answers conditions look at, and what is asked for some answers. */
import {
  commentOf,
  itemOf,
  kindOf,
  namesIn,
  type Answer,
  type Condition,
  type Instrument,
  type Item,
} from "#surveys";

/** A form field that conditions look at: an item, a row of a matrix, or the words beside "other". */
export interface AskedField {
  /** As in the respondents' form: "item", "item.row", "item-Comment". */
  readonly name: string;
  readonly item: Item;
}

/** In the order of the sections. */
export function fieldsAskedFor(instrument: Instrument): AskedField[] {
  const names = new Set(conditionsIn(instrument).flatMap(({ tree }) => namesIn(tree)));
  const looked = [...names].flatMap((name) => {
    const item = instrument.items.get(itemOf(name));
    return item === undefined ? [] : fieldsOf(name, item);
  });
  const fields = new Map(looked.map((field) => [field.name, field]));
  const order = [...instrument.items.keys()];
  return [...fields.values()].toSorted(
    (a, b) => order.indexOf(a.item.name) - order.indexOf(b.item.name),
  );
}

/** A condition on a whole matrix looks at all its rows. */
const fieldsOf = (name: string, item: Item): AskedField[] =>
  item.kind === "matrix" && name === item.name
    ? item.rows.map((row) => ({ name: `${item.name}.${row.name}`, item }))
    : [{ name, item }];

/** As the respondents' form is read; what an item cannot hold is left out. */
export function answersFrom(
  fields: readonly AskedField[],
  query: URLSearchParams,
): ReadonlyMap<string, Answer> {
  const answers = new Map<string, Answer>();
  for (const item of new Set(fields.map((field) => field.item))) {
    const read = kindOf(item).read(item, (suffix) =>
      query.getAll(`${item.name}${suffix}`).filter((text) => text !== ""),
    );
    if (read.state !== "answered") continue;
    answers.set(item.name, read.answer);
    if (read.comment !== undefined) answers.set(commentOf(item.name), read.comment);
  }
  return answers;
}

function conditionsIn({ sections, items }: Instrument): Condition[] {
  const ofItems = [...items.values()].flatMap(({ visibleIf, requiredIf, validators }) => [
    visibleIf,
    requiredIf,
    ...validators.map((each) => (each.kind === "condition" ? each.holds : undefined)),
  ]);
  const all = [...sections.map(({ visibleIf }) => visibleIf), ...ofItems];
  return all.filter((condition) => condition !== undefined);
}
