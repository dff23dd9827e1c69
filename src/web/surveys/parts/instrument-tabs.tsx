/** From one side of an instrument to another. */
import type { FC } from "hono/jsx";
import { addressOfInstrument } from "../addresses.ts";

const sides = {
  draft: { path: "", label: "Draft and versions" },
  preview: { path: "/preview", label: "Preview" },
  paths: { path: "/paths", label: "Paths" },
} as const;

export const InstrumentTabs: FC<{
  readonly id: string;
  readonly title: string;
  readonly current?: keyof typeof sides;
  /** "draft" or the number of a version; absent: the page chooses. */
  readonly version?: string;
}> = ({ id, title, current, version }) => (
  <nav class="tabs" aria-label={title}>
    <ul>
      {Object.entries(sides).map(([side, { path, label }]) => (
        <li>
          <a
            href={`${addressOfInstrument(id)}${path}${path === "" || version === undefined ? "" : `?version=${version}`}`}
            aria-current={side === current ? "page" : undefined}
          >
            {label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
