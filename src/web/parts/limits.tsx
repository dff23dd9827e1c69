/** Where an ordinary reading would go wrong, on the page it would go wrong about. */
import type { FC } from "hono/jsx";
import type { Finding } from "../studies/finding.ts";
import { momentOf } from "./day.ts";

export const Limits: FC<{ readonly finding: Finding; readonly computed: Date | null }> = ({
  finding: { screening },
  computed,
}) => {
  const { covariates, weight } = screening.plan;
  const all: readonly (string | false)[] = [
    "An association is not a reason: people chose their experiences, and what made them choose may also go with the outcome.",
    covariates.length > 0 &&
      "Adjusted figures compare people alike on what was measured and held constant, not on everything.",
    "Who answers differs from who does not; nothing here was filled in for those who did not.",
    "Where one questionnaire asks for both sides of a pair, a way of answering is part of the association.",
    "Importance rewards what is measured well: a scale of many items stands before a single question of the same worth.",
    weight !== null && "Weights repair only what they were made from.",
  ];
  return (
    <section>
      <h2>Limits</h2>
      <ul>
        {all
          .filter((text) => text !== false)
          .map((text) => (
            <li>{text}</li>
          ))}
      </ul>
      <p class="quiet">
        {screening.engine}, data {screening.dataset.sha256.slice(0, 12)}, seed {screening.plan.seed}
        {computed !== null && `, computed ${momentOf(computed)}`}.
      </p>
    </section>
  );
};
