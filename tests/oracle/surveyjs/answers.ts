/** Answers as people give them: mostly right, sometimes too many, too long, too late or not at all. */
import * as fc from "fast-check";
import { codesOf, kindOf, type Answer, type Instrument, type Item } from "#surveys";

export type AnswerSet = ReadonlyMap<string, Answer>;

/**
 * One answer in eight is left out, and one in six of the others is chosen without a thought for what is asked. All of
 * them the item can hold: anything else never becomes an answer.
 */
export const answersTo = ({ items }: Instrument): fc.Arbitrary<AnswerSet> =>
  fc.tuple(...[...items.values()].map(answeredItem)).map((given) => new Map(given.flat()));

type Entry = [name: string, answer: Answer];

function answeredItem(item: Item): fc.Arbitrary<Entry[]> {
  if (item.kind === "information") return fc.constant<Entry[]>([]);
  const any = answerTo(item).filter((value) => kindOf(item).holds(item, value));
  const right = any.filter((value) => isRight(item, value));
  const answer = fc.oneof({ weight: 5, arbitrary: right }, { weight: 1, arbitrary: any });
  const comment = fc.option(fc.constantFrom("x", "in words"), { nil: undefined, freq: 3 });
  const given = fc.tuple(answer, comment).map(([value, words]): Entry[] => {
    const chosen = Array.isArray(value) ? value : [value];
    const asks = "other" in item && item.other !== undefined && chosen.includes("other");
    return asks && words !== undefined
      ? [
          [item.name, value],
          [`${item.name}-Comment`, words],
        ]
      : [[item.name, value]];
  });
  return fc.oneof(
    { weight: 7, arbitrary: given },
    { weight: 1, arbitrary: fc.constant<Entry[]>([]) },
  );
}

const isRight = (item: Item, value: Answer): boolean =>
  kindOf(item).faults(item, value).length === 0 &&
  item.validators.every((rule) => {
    if (rule.kind === "pattern") return RegExp(rule.pattern).test(`${value}`);
    if (rule.kind !== "length") return true;
    return `${value}`.length >= (rule.low ?? 0) && `${value}`.length <= (rule.high ?? Infinity);
  });

function answerTo(item: Exclude<Item, { kind: "information" }>): fc.Arbitrary<Answer> {
  switch (item.kind) {
    case "single choice":
    case "dropdown":
    case "rating":
      return fc.constantFrom(...codesOf(item));
    case "multiple choice":
      return fc.subarray([...codesOf(item)], { minLength: 1 });
    case "yes/no":
      return fc.constantFrom(item.yesCode, item.noCode);
    case "matrix":
      return fc
        .tuple(
          ...item.rows.map(({ name }) =>
            fc.tuple(fc.constant(name), fc.option(fc.constantFrom(...codesOf(item)), { freq: 20 })),
          ),
        )
        .map((rows) => Object.fromEntries(rows.filter(([, code]) => code !== null)) as Answer);
    case "number":
      return fc.oneof(
        fc.constantFrom(...around(item.low ?? 0), ...around(item.high ?? 60)),
        fc.integer({ min: item.low ?? -10, max: Math.min(item.high ?? 100, 2100) }),
      );
    case "date":
      return fc.constantFrom(...(item.to === "month" ? months : days));
    case "text":
    case "comment":
      return fc.constantFrom(...words);
  }
}

const around = (limit: number): readonly number[] => [limit - 1, limit, limit + 1, limit + 0.5];

const months = [
  "2014-12",
  "2015-02",
  "2015-03",
  "2019-06",
  "2020-06",
  "2026-11",
  "2026-12",
  "2027-01",
];
const days = [
  "1949-12-31",
  "1950-01-01",
  "1996-11-21",
  "1996-11-22",
  "2000-02-29",
  "2020-12-31",
  "2021-01-01",
];
const words = [
  "yes",
  "YES",
  "cab",
  "abc1",
  "zzz",
  "5",
  "005",
  "a",
  "b2",
  "02134",
  "abcd",
  "me@example.org",
  "me@example",
  "first.last@mail.example.org",
  "a b@example.org",
  "https://example.org/me?x=1",
  "example.org",
  "no link",
  "+1 555 0100",
  "ok",
  "yes!",
  "a mail would help",
  "more than twenty letters of text",
  "true",
  "naïve ☕",
  "🎓🎓",
];
