/** An instrument whose every word would be markup, if it were not words. */
import { readInstrument, type Instrument } from "#surveys";

export const script = `</title><script>alert("x")</script>`;
const words = (text: string) => ({ default: `${script} ${text}`, es: `${script} (es) ${text}` });
const options = (...codes: (string | number)[]) =>
  codes.map((value) => ({ value, text: words(`option ${value}`) }));

const definition = {
  title: words("Hostile & <b>bold</b> | survey"),
  description: words("described"),
  pages: [
    {
      name: "one",
      title: words("One"),
      description: words("above"),
      elements: [
        {
          type: "html",
          name: "hello",
          html: { default: "<p>Hello &lt;script&gt;</p>", es: "Hola" },
        },
        {
          type: "radiogroup",
          name: "employed",
          title: words("Employed?"),
          description: words("Paid | work"),
          choices: [...options("yes", "no"), { value: "]]>", text: words("odd code") }],
          showOtherItem: true,
          otherText: words("other"),
          showRefuseItem: true,
          refuseText: words("rather not"),
          isRequired: true,
        },
        {
          type: "checkbox",
          name: "found",
          title: words("How found?"),
          choices: options("web", "friends"),
          minSelectedChoices: 1,
        },
      ],
    },
    {
      name: "two",
      visibleIf: "{employed} = 'yes' and {found} contains 'web'",
      elements: [
        {
          type: "matrix",
          name: "skills",
          title: words("How well?"),
          rows: options("writing", "numbers"),
          columns: options(1, 2, 3),
        },
        {
          type: "text",
          inputType: "number",
          name: "salary",
          title: words("Salary?"),
          min: 0,
          max: 500_000,
          step: 1,
          visibleIf: "{skills.writing} < 3",
          validators: [{ type: "expression", expression: "{salary} > 5", text: words("more") }],
        },
        { type: "text", inputType: "month", name: "since", title: words("Since?") },
        { type: "boolean", name: "match", title: words("Does it match?"), labelTrue: words("yes") },
        { type: "comment", name: "last", title: words("Last?") },
      ],
    },
  ],
};

const codebook = {
  consent: { version: "1", text: words("Agree.\n\nSecond paragraph.") },
  items: {
    employed: {
      label: `${script} Employed`,
      construct: `${script} work`,
      missing: { "]]>": "not applicable" },
    },
    found: { label: "Found" },
    skills: { label: "Skills", direction: "higher is more", construct: "skill" },
    salary: { label: "Salary", unit: "USD & a year", sensitivity: "sensitive" },
    since: { label: "Since" },
    match: { label: "Match" },
    last: { label: "Last" },
  },
  scales: [
    {
      id: "skill",
      label: `${script} Skill`,
      items: ["skills.writing", "skills.numbers"],
      low: 1,
      high: 3,
      top: 100,
      needed: 1,
    },
  ],
  modules: {
    each: 1,
    of: [
      { id: "a", sections: ["one"] },
      { id: "b", sections: ["two"] },
    ],
  },
};

export function hostileWords(): Instrument {
  const read = readInstrument({ definition, codebook });
  if (!read.ok) throw new Error(read.issues.map(({ text }) => text).join("\n"));
  return read.instrument;
}
