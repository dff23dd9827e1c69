/** The flow of a QSF file as pages: blocks in order, divided at their page breaks. */
import { quote, type InstrumentIssue } from "#surveys";
import { leftOut, type Json } from "../foreign.ts";
import { isOn, isRecord, listIn, own, recordIn, wordsIn } from "../loose.ts";
import { note } from "../texts.ts";
import { limits } from "../unreadable.ts";
import type { Qsf, QsfQuestion } from "./open.ts";

export interface QsfPage {
  readonly name: string;
  readonly questions: readonly QsfQuestion[];
  /** Of the branches around it. */
  readonly logic: readonly unknown[];
}

interface Walking {
  readonly qsf: Qsf;
  readonly pages: QsfPage[];
  readonly issues: InstrumentIssue[];
  /** Blocks and questions that have had their turn. */
  readonly seen: Set<Json | QsfQuestion>;
}

export function pagesOf(qsf: Qsf) {
  const walking: Walking = { qsf, pages: [], issues: [], seen: new Set() };
  const flow = listIn(qsf.flow);
  if (flow.length > 0) walk(flow, [], walking);
  else
    for (const block of qsf.blocks.values())
      if (block["Type"] !== "Trash") addBlock(block, [], walking);
  const { pages, issues, seen } = walking;
  const missing = [...qsf.questions.values()]
    .filter((question) => !seen.has(question))
    .map((question): [QsfQuestion, string] => [question, whyMissing(question, qsf)]);
  return { pages, issues, missing };
}

function walk(
  flow: readonly unknown[],
  logic: readonly unknown[],
  walking: Walking,
  depth = 0,
): void {
  const { qsf, issues } = walking;
  for (const step of flow.filter(isRecord)) {
    const type = wordsIn(step["Type"]);
    const inner = listIn(step["Flow"]);
    const block = qsf.blocks.get(wordsIn(step["ID"]));
    const remark = remarks.get(type);
    const name = wordsIn(step["Description"]) || wordsIn(step["FlowID"]);
    if (remark !== undefined) issues.push(leftOut("flow", "", remark(quote(name))));
    if (block !== undefined && (type === "Block" || type === "Standard"))
      addBlock(block, logic, walking);
    if (inner.length > 0 && depth < limits.depth)
      walk(inner, type === "Branch" ? [...logic, step["BranchLogic"]] : logic, walking, depth + 1);
  }
}

function addBlock(block: Json, logic: readonly unknown[], walking: Walking): void {
  const name = wordsIn(block["Description"]) || wordsIn(block["ID"]) || "block";
  if (walking.seen.has(block)) {
    walking.issues.push(
      leftOut("flow", "", `The block ${quote(name)} comes twice in the flow; it is asked once.`),
    );
    return;
  }
  walking.seen.add(block);
  const options = recordIn(block["Options"]);
  const order = wordsIn(options["RandomizeQuestions"]);
  const says = [
    ...(!["", "None", "false"].includes(wordsIn(options["Looping"]))
      ? ["Its block was repeated (loop and merge); it is asked once."]
      : []),
    ...(order !== "" && order !== "false"
      ? ["The order of the questions in its block was random; it is fixed."]
      : []),
  ];
  let here: QsfQuestion[] = [];
  const close = (): void => {
    if (here.length > 0) walking.pages.push({ name, questions: here, logic });
    here = [];
  };
  for (const element of listIn(block["BlockElements"])) {
    if (own(element, "Type") === "Page Break") close();
    const question = walking.qsf.questions.get(wordsIn(own(element, "QuestionID")));
    if (question === undefined || walking.seen.has(question)) continue;
    walking.seen.add(question);
    here.push(question);
    for (const text of [...says, ...skips(element)]) note(question.of, text);
  }
  close();
}

/** From this question on to another: every later page would need the opposite as a condition. */
function skips(element: unknown): string[] {
  const logic = listIn(own(element, "SkipLogic"));
  if (logic.length === 0) return [];
  const to = logic.map((each) => wordsIn(own(each, "SkipToDestination")) || "another question");
  return [
    `Its skip logic (to ${[...new Set(to)].join(", ")}) was left out: everybody goes on with what follows. Write it as conditions of the questions that are skipped.`,
  ];
}

function whyMissing({ id }: QsfQuestion, { blocks }: Qsf): string {
  const block = [...blocks.values()].find((each) =>
    listIn(each["BlockElements"]).some((element) => own(element, "QuestionID") === id),
  );
  if (block === undefined) return "It is in no block of the survey.";
  return block["Type"] === "Trash"
    ? "It was in the trash of the survey."
    : "Its block is not in the flow of the survey.";
}

type Remark = (name: string) => string;

const remarks: ReadonlyMap<string, Remark> = new Map<string, Remark>([
  [
    "BlockRandomizer",
    (name) =>
      `The randomizer ${name} was left out: all its blocks are asked, in their order. Use modules of the codebook instead.`,
  ],
  [
    "EmbeddedData",
    (name) =>
      `The embedded data ${name} were left out. What records know of a person comes with the roster.`,
  ],
  [
    "EndSurvey",
    (name) => `The end of the survey ${name} was left out: people go on with what follows.`,
  ],
  ["WebService", (name) => `The web service ${name} was left out.`],
  ["Quota", (name) => `The quota ${name} was left out: everybody is asked.`],
  ["QuotaCheck", (name) => `The quota ${name} was left out: everybody is asked.`],
  [
    "Authenticator",
    (name) => `The authenticator ${name} was left out: personal links stand for it.`,
  ],
  ["TableOfContents", (name) => `The table of contents ${name} was left out.`],
]);

export const isRequired = (payload: Json): "yes" | "asked for" | "no" => {
  const settings = own(payload["Validation"], "Settings");
  if (!isOn(own(settings, "ForceResponse"))) return "no";
  return own(settings, "ForceResponseType") === "RequestResponse" ? "asked for" : "yes";
};
