/** A file that goes where surveys rarely do: names that hurt, a twin, a near-empty column, weights of zero. */
import { stream } from "#analysis";

const header = [
  "who",
  "outcome",
  "naïve\n北京",
  "group",
  'held "constant", or not',
  "other group",
  "=cmd|'/C calc'!A0",
  "-x",
  "twin of the outcome",
  "answered by few",
  "answered by nine",
  "C:\\path %d",
  "rare yes",
  "always the same",
  "weight",
];

export const madeUp = (people: number, seed: number): (string | number)[][] => [
  header,
  ...Array.from({ length: people }, (_, person) => row(person, seed)),
];

function row(person: number, seed: number): (string | number)[] {
  const { uniform, below } = stream(seed, 3, person);
  const normal = () => Array.from({ length: 12 }, uniform).reduce((sum, u) => sum + u, -6);
  const shared = normal();
  const outcome = (shared + normal()).toFixed(3);
  const gaps = (cell: string | number) => (uniform() < 0.08 ? "" : cell);
  const skewed = Math.floor(Math.exp(shared + normal()));
  return [
    `p${person}`,
    outcome,
    gaps((2 * shared + normal() + 1e6).toFixed(6)),
    gaps(["north", "east", "south", "west", "nowhere"][uniform() < 0.02 ? 4 : below(4)]!),
    gaps((normal() + shared / 2).toFixed(2)),
    gaps(["a", "b", "c"][below(3)]!),
    gaps(skewed),
    gaps(1 + below(5)),
    outcome,
    person % 11 === 0 ? 1 + below(4) : "",
    person < 9 ? 1 + below(4) : "",
    gaps(shared + normal() > 0 ? "Yes" : "No"),
    person % 40 === 3 ? 1 : 0,
    7,
    person % 13 === 0 ? 0 : person % 17 === 0 ? "" : (0.2 + 2 * uniform()).toFixed(2),
  ];
}
