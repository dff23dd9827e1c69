/** All pairs at a glance. Coefficients of different kinds share no scale, so a cell shades evidence, not size. */
import type { FC } from "hono/jsx";
import type { Association } from "#analysis";
import { evidenceOf, looks, type Evidence } from "../../charts/evidence.ts";
import { figureOf } from "../../reports/html/format.ts";
import type { Finding } from "../studies/finding.ts";
import { Scroll } from "./scroll.tsx";

interface MatrixProps {
  readonly finding: Finding;
  outcomeAddress(outcome: string): string;
  pairAddress(predictor: string, outcome: string): string;
}

export const Matrix: FC<MatrixProps> = ({ finding, outcomeAddress, pairAddress }) => {
  const { screening, name } = finding;
  const { predictors, outcomes } = screening.plan;
  const rows = firstPerPair(screening.associations);
  return (
    <Scroll>
      <table class="matrix">
        <caption>Experiences by outcomes: the coefficient of each pair</caption>
        <thead>
          <tr>
            <th scope="col">Experience</th>
            {outcomes.map((outcome) => (
              <th scope="col">
                <a href={outcomeAddress(outcome)}>{name(outcome)}</a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {predictors.map((predictor) => (
            <tr>
              <th scope="row">{name(predictor)}</th>
              {outcomes.map((outcome) => {
                const row = rows.get(key(predictor, outcome));
                return row === undefined ? (
                  <td>–</td>
                ) : (
                  <Cell row={row} address={pairAddress(predictor, outcome)} />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
};

const Cell: FC<{ readonly row: Association; readonly address: string }> = ({ row, address }) => {
  const { tier, evidence } = weigh(row);
  return (
    <td data-tier={tier} data-sign={evidence}>
      <a href={address}>
        {row.raw.ok ? figureOf(row.raw.value) : "–"}
        <span class="mark" aria-hidden="true">
          {" "}
          {marks[tier][evidence]}
        </span>
        <span class="unseen">{said(row, tier, evidence)}</span>
      </a>
    </td>
  );
};

/** How to read the shades; they are never the only sign. */
export const MatrixKey: FC = () => (
  <ul>
    <li>
      ▲ {looks.more.words}, ▼ {looks.less.words}, ■ {looks.undirected.words}: {tiers.holm}
    </li>
    <li>△ ▽ □ the same, but {tiers.bh}</li>
    <li>
      No mark: {tiers.unclear}; “–”: {tiers.none}
    </li>
  </ul>
);

type Tier = "holm" | "bh" | "unclear" | "none";

function weigh(row: Association): { readonly tier: Tier; readonly evidence: Evidence } {
  if (!row.raw.ok) return { tier: "none", evidence: "unclear" };
  const holm = evidenceOf(row, row.pHolm);
  if (holm !== "unclear") return { tier: "holm", evidence: holm };
  const bh = evidenceOf(row, row.qBh);
  return { tier: bh === "unclear" ? "unclear" : "bh", evidence: bh };
}

function said({ raw }: Association, tier: Tier, evidence: Evidence): string {
  if (!raw.ok) return raw.because;
  return tier === "unclear" ? tiers[tier] : `${looks[evidence].words}, ${tiers[tier]}`;
}

const tiers: Readonly<Record<Tier, string>> = {
  holm: "told from chance within its outcome (Holm)",
  bh: "told from chance only among all pairs (Benjamini–Hochberg)",
  unclear: looks.unclear.words,
  none: "no estimate",
};

const marks: Readonly<Record<Tier, Readonly<Partial<Record<Evidence, string>>>>> = {
  holm: { more: "▲", less: "▼", undirected: "■" },
  bh: { more: "△", less: "▽", undirected: "□" },
  unclear: {},
  none: {},
};

/** A plan by level has one method per pair; where there are several, the first stands for the pair. */
function firstPerPair(associations: readonly Association[]): ReadonlyMap<string, Association> {
  const first = new Map<string, Association>();
  for (const row of associations) {
    const pair = key(row.predictor, row.outcome);
    if (!first.has(pair)) first.set(pair, row);
  }
  return first;
}

const key = (predictor: string, outcome: string): string => JSON.stringify([predictor, outcome]);
