/** Where an ordinary reading would go wrong, on the page it would go wrong about. */
import type { FC } from "hono/jsx";
import { limitsOf } from "../../reports/html/methods.ts";
import type { Finding } from "../studies/finding.ts";
import { momentOf } from "./day.ts";

export const Limits: FC<{ readonly finding: Finding; readonly computed: Date | null }> = ({
  finding: { screening },
  computed,
}) => (
  <section>
    <h2>Limits</h2>
    <ul>
      {limitsOf(screening).map((text) => (
        <li>{text}</li>
      ))}
    </ul>
    <p class="quiet">
      {screening.engine}, data {screening.dataset.sha256.slice(0, 12)}, seed {screening.plan.seed}
      {computed !== null && `, computed ${momentOf(computed)}`}.
    </p>
  </section>
);
