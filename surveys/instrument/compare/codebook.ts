/** What the analysis is told, in two versions. */
import { quote } from "../../wording.ts";
import type { InstrumentCodebook, ItemNotes } from "../codebook.ts";
import { breaking, changed, safe, type VersionDifference } from "./difference.ts";

export const codebookDifferences = (
  before: InstrumentCodebook,
  after: InstrumentCodebook,
): VersionDifference[] => [
  ...consentDifferences(before, after),
  ...notesDifferences(before, after),
  ...scaleDifferences(before, after),
  ...(changed(before.modules, after.modules)
    ? [breaking("changed modules", "", "Other modules are given out, so other people are asked.")]
    : []),
];

function consentDifferences(
  { consent: from }: InstrumentCodebook,
  { consent: to }: InstrumentCodebook,
): VersionDifference[] {
  if (!changed(from, to)) return [];
  if (from.version !== to.version)
    return [
      safe(
        "consent",
        "",
        `New people agree to the consent ${quote(to.version)}; who agreed to ${quote(from.version)} agreed to that.`,
      ),
    ];
  return [
    breaking(
      "consent",
      "",
      `The consent reads differently, but is still called ${quote(from.version)}; give it another version.`,
    ),
  ];
}

function notesDifferences(
  { items: before }: InstrumentCodebook,
  { items: after }: InstrumentCodebook,
): VersionDifference[] {
  return Object.keys(before)
    .filter((name) => Object.hasOwn(after, name))
    .flatMap((name) => {
      const [from, to] = [before[name]!, after[name]!];
      const meaning = meant.filter((key) => changed(from[key], to[key]));
      return [
        ...meaning.map((key) =>
          breaking(
            "changed notes",
            name,
            `The codebook says something else of ${quote(name)}: ${key} was ${write(from[key])} and is ${write(to[key])} now.`,
          ),
        ),
        ...(changed(rest(from), rest(to))
          ? [safe("changed notes", name, `The codebook words ${quote(name)} differently.`)]
          : []),
      ];
    });
}

/** What scores and figures are computed with. */
const meant = ["direction", "unit", "missing"] as const satisfies readonly (keyof ItemNotes)[];

const rest = ({ label, construct, sensitivity, known, source }: ItemNotes) => [
  label,
  construct,
  sensitivity,
  known,
  source,
];

const write = (value: unknown): string =>
  value === undefined ? "not said" : JSON.stringify(value);

function scaleDifferences(
  { scales: before }: InstrumentCodebook,
  { scales: after }: InstrumentCodebook,
): VersionDifference[] {
  return [
    ...before.flatMap((from) => {
      const to = after.find(({ id }) => id === from.id);
      if (to === undefined)
        return [breaking("changed scale", from.id, `The scale ${quote(from.id)} is gone.`)];
      const { label: _from, title: _was, ...was } = from;
      const { label: _to, title: _is, ...is } = to;
      return changed(was, is)
        ? [
            breaking(
              "changed scale",
              from.id,
              `The scale ${quote(from.id)} is scored in another way; its scores are not those of before.`,
            ),
          ]
        : [];
    }),
    ...after
      .filter(({ id }) => !before.some((from) => from.id === id))
      .map(({ id }) => safe("changed scale", id, `The scale ${quote(id)} is new.`)),
  ];
}
