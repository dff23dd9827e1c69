/** People drawn from campuses within regions, some of whom never answered: a file for designs, raking and response classes. */
import { stream } from "#analysis";

const header = [
  "who",
  "region",
  "campus",
  "campuses in the region",
  "base weight",
  "gender",
  "class year",
  "salary",
  "employed",
  "satisfaction",
  "major",
  "internship",
  "visits",
  "hours a week",
  "leadership",
  "award",
  "gpa",
  "first generation",
];

/** Campuses that were drawn, by region, of how many. The last is alone: its spread cannot be known. */
const regions = [
  { drawn: 12, campuses: 40 },
  { drawn: 9, campuses: 11 },
  { drawn: 14, campuses: 200 },
  { drawn: 1, campuses: 1 },
];
const majors = ["arts", "business", "engineering", "health", "law", "music"];

export const drawn = (seed: number): (string | number)[][] => [
  header,
  ...regions.flatMap(({ drawn: count, campuses }, region) =>
    Array.from({ length: count }, (_, campus) =>
      Array.from({ length: 22 + ((5 * campus) % 13) }, (_person, person) =>
        row({ region, campus, campuses, person }, seed),
      ),
    ).flat(),
  ),
];

interface Place {
  readonly region: number;
  readonly campus: number;
  readonly campuses: number;
  readonly person: number;
}

function row({ region, campus, campuses, person }: Place, seed: number): (string | number)[] {
  const { uniform, below } = stream(seed, region, campus, person);
  const ofCampus = stream(seed, region, campus).uniform() - 0.5;
  const normal = () => Array.from({ length: 12 }, uniform).reduce((sum, u) => sum + u, -6);
  const zeal = normal() + ofCampus;
  const gaps = (cell: string | number) => (uniform() < 0.03 ? "" : cell);
  const internship = zeal + normal() > 0.4;
  const visits = Math.max(0, Math.floor(2 * (zeal + normal())));
  const hours = Math.max(0.5, 10 + 3 * zeal + 3 * normal());
  const leadership = Math.min(5, Math.max(1, Math.round(3 + zeal / 2 + normal())));
  const first = uniform() < 0.35;
  const major = person === 7 && campus < 2 ? 5 : person === 9 && campus === 0 ? 4 : below(4);
  const luck = 0.3 * Number(internship) + 0.15 * Math.log1p(visits) + 0.2 * leadership + ofCampus;
  const employed = luck + 0.1 * zeal + normal() > -0.6;
  const silent = uniform() < (first ? 0.4 : 0.25);
  const answer = (cell: string | number) => (silent ? "" : gaps(cell));
  return [
    `r${region}c${campus}p${person}`,
    ["north", "east", "south", "island"][region]!,
    `${["n", "e", "s", "i"][region]!}${campus}`,
    campuses,
    (0.5 + 2 * uniform() ** 2).toFixed(3),
    gaps(uniform() < 0.55 ? "Woman" : "Man"),
    2019 + below(4),
    employed ? answer(Math.round(40_000 * Math.exp(0.3 * luck + 0.35 * normal()))) : "",
    answer(employed ? "Yes" : "No"),
    answer(Math.min(5, Math.max(1, Math.round(3 + luck + normal() - 0.7)))),
    gaps(majors[major]!),
    gaps(internship ? "Yes" : "No"),
    gaps(visits),
    gaps(hours.toFixed(1)),
    gaps(leadership),
    campus === 3 && person === 4 ? "Yes" : "No",
    (2.9 + 0.25 * zeal + 0.3 * normal()).toFixed(2),
    gaps(first ? "Yes" : "No"),
  ];
}
