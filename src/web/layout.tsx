/** The frame of every page. */
import type { FC, PropsWithChildren } from "hono/jsx";
import { engine } from "../studies/engine.ts";
import { addressOf } from "./assets.ts";
import { steps, type Place, type Step, type View } from "./page.ts";

export const Layout: FC<{ readonly view: View }> = ({ view }) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      {view.refresh !== undefined && (
        <noscript>
          <meta http-equiv="refresh" content={String(view.refresh)} />
        </noscript>
      )}
      <title>{titleOf(view)}</title>
      <link rel="icon" href={addressOf("mark.svg")} type="image/svg+xml" />
      <link rel="stylesheet" href={addressOf("style.css")} />
      <script type="module" src={addressOf("sort-table.js")}></script>
      {view.refresh !== undefined && (
        <script type="module" src={addressOf("look-again.js")}></script>
      )}
    </head>
    <body>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <header class="masthead">
        <a class="brand" href="/">
          Throughline
        </a>
        <nav aria-label="Program">
          <ul>
            <li>
              <a href="/">Studies</a>
            </li>
            <li>
              <a href="/surveys">Surveys</a>
            </li>
            <li>
              <a href="/api">API</a>
            </li>
          </ul>
        </nav>
      </header>
      {view.place !== undefined && <Steps place={view.place} />}
      <main id="main" tabindex={-1} data-look-again={view.refresh}>
        {view.body}
      </main>
      <footer>
        <p>
          All figures describe associations: what goes together. They do not say what would happen
          if something were changed. Figures that rest on fewer than ten people are not shown.
        </p>
        <p>{engine}</p>
      </footer>
    </body>
  </html>
);

const Steps: FC<{ readonly place: Place }> = ({ place }) => (
  <nav class="steps" aria-label="Steps of the study">
    <div>
      <p class="study-name">
        <a href={`/studies/${encodeURIComponent(place.study.id)}`}>{place.study.name}</a>
      </p>
      <ol>
        {steps.map((step) => (
          <li>
            <StepLink place={place} step={step}>
              {stepLabels[step]}
            </StepLink>
          </li>
        ))}
      </ol>
    </div>
  </nav>
);

const StepLink: FC<PropsWithChildren<{ readonly place: Place; readonly step: Step }>> = ({
  place,
  step,
  children,
}) => {
  const address = place.addresses[step];
  if (address === undefined) return <span class="later">{children}</span>;
  return step === place.step ? (
    <a href={address} aria-current="step">
      {children}
    </a>
  ) : (
    <a href={address}>{children}</a>
  );
};

const stepLabels: Readonly<Record<Step, string>> = {
  files: "Files",
  data: "Data",
  plan: "Plan",
  findings: "Findings",
  download: "Download",
};

const titleOf = ({ title, place }: View): string =>
  [title, place?.study.name, "Throughline"].filter((part) => part !== undefined).join(" · ");
