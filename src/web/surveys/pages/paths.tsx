/** For chosen answers: which sections and questions are asked, and when the others are. */
import type { Child, FC } from "hono/jsx";
import {
  lintInstrument,
  textIn,
  walk,
  type Condition,
  type Instrument,
  type Item,
  type Section,
  type Walk,
} from "#surveys";
import type { Page } from "../../page.ts";
import { DataTable } from "../../parts/table.tsx";
import { addressOfInstrument } from "../addresses.ts";
import { chosenVersion, openInstrument } from "../instrument.ts";
import { conditionInWords } from "../parts/condition-words.ts";
import { InstrumentTabs } from "../parts/instrument-tabs.tsx";
import { PathForm } from "../parts/path-form.tsx";
import { answersFrom, fieldsAskedFor } from "../paths.ts";

export const paths: Page<"/surveys/:instrument/paths"> = {
  path: "/surveys/:instrument/paths",
  async show({ params, query }, world) {
    const open = await openInstrument(world, params.instrument);
    const { id, title } = open.listed;
    const { key, name, instrument } = await chosenVersion(world, open, query.get("version"));
    const fields = fieldsAskedFor(instrument);
    const answers = answersFrom(fields, query);
    const modules = modulesIn(instrument, query.getAll("~modules"));
    const today = new Date().toISOString().slice(0, 10);
    const taken = walk(instrument, answers, { seed: 1, modules, known: new Map(), today });
    const never = unreachable(instrument);
    return {
      title: `Paths of ${title}`,
      body: (
        <>
          <p>
            <a href={addressOfInstrument(id)}>{title}</a>
          </p>
          <h1>Paths through {name}</h1>
          <InstrumentTabs id={id} title={title} current="paths" version={key} />
          <p class="lead">
            Choose answers, and see which pages and questions such a person is asked.
          </p>
          {fields.length === 0 ? (
            <p>No condition looks at an answer: everybody is asked everything.</p>
          ) : (
            <PathForm instrument={instrument} version={key} fields={fields} query={query} />
          )}
          <h2>What is asked</h2>
          <p>{summary(instrument, taken)}</p>
          {instrument.sections.map((section) => (
            <SectionPath instrument={instrument} section={section} taken={taken} never={never} />
          ))}
        </>
      ),
    };
  },
};

/** Of those the instrument has; none chosen: all. */
function modulesIn({ codebook }: Instrument, wanted: readonly string[]): ReadonlySet<string> {
  const all = (codebook.modules?.of ?? []).map(({ id }) => id);
  const chosen = all.filter((id) => wanted.includes(id));
  return new Set(chosen.length === 0 ? all : chosen);
}

function summary({ sections, items }: Instrument, taken: Walk): string {
  const asked = taken.sections.flatMap((section) => section.items);
  return `${taken.sections.length} of ${sections.length} pages, ${asked.length} of ${items.size} questions and texts.`;
}

interface PathProps {
  readonly instrument: Instrument;
  readonly section: Section;
  readonly taken: Walk;
  /** Sections and items that no answers make shown. */
  readonly never: ReadonlySet<string>;
}

const SectionPath: FC<PathProps> = ({ instrument, section, taken, never }) => {
  const shown = taken.sections.find((each) => each.section.name === section.name);
  const say = (text: Item["title"]) =>
    textIn(text, instrument.locales[0] ?? "en", instrument.locales);
  const title = section.title === undefined ? section.name : say(section.title);
  const state = never.has(section.name)
    ? " (never asked)"
    : shown === undefined
      ? " (not asked)"
      : "";
  return (
    <section>
      <h3>
        {title}
        {state}
      </h3>
      {section.visibleIf !== undefined && (
        <p>Asked when {conditionInWords(section.visibleIf, instrument)}.</p>
      )}
      <DataTable
        caption="What it asks, and when"
        rows={section.items}
        columns={[
          {
            id: "item",
            head: "Question",
            names: true,
            cell: (item) => (
              <>
                {say(item.title)}{" "}
                <small>
                  <code>{item.name}</code>
                </small>
              </>
            ),
          },
          { id: "asked", head: "Asked", cell: (item) => askedOf(item, shown, never) },
          {
            id: "when",
            head: "When",
            text: "sentences",
            cell: (item) => whenOf(item, instrument),
          },
        ]}
      />
    </section>
  );
};

function askedOf(
  { name }: Item,
  shown: Walk["sections"][number] | undefined,
  never: ReadonlySet<string>,
): Child {
  if (never.has(name)) return <b>Never: no answers make it shown</b>;
  const found = shown?.items.find(({ item }) => item.name === name);
  if (found === undefined) return "No";
  return found.required ? "Yes, an answer is required" : "Yes";
}

function whenOf({ visibleIf, requiredIf, required }: Item, instrument: Instrument): string {
  const words = (condition: Condition) => conditionInWords(condition, instrument);
  const parts = [
    visibleIf === undefined ? "Always with its page" : `When ${words(visibleIf)}`,
    ...(required ? ["an answer is required"] : []),
    ...(requiredIf === undefined ? [] : [`an answer is required when ${words(requiredIf)}`]),
  ];
  return `${parts.join("; ")}.`;
}

const unreachable = (instrument: Instrument): ReadonlySet<string> =>
  new Set(
    lintInstrument(instrument).flatMap(({ code, name }) =>
      code === "unreachable" && name !== undefined ? [name] : [],
    ),
  );
