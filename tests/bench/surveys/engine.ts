/** Sets of answers judged a second of processor time: what is shown, and what is amiss. */
import * as fc from "fast-check";
import { isDeepStrictEqual } from "node:util";
import { Model } from "survey-core";
import { faultsOf, instruments, walk, type Asking, type Instrument } from "#surveys";
import { answersTo, type AnswerSet } from "../../oracle/surveyjs/answers.ts";
import { compared, type Compared } from "../../oracle/surveyjs/definitions/index.ts";
import { alternate, type Bench, type Contest, type Figure } from "../alternate.ts";

const target = 1000;
const people = 20;

export const engineBench: Bench = {
  name: `Answers of ${people} people judged, beside survey-core`,
  async run() {
    const shipped = new Set(instruments.map(({ id }) => id));
    const figures: Figure[] = [];
    for (const one of compared) if (shipped.has(one.id)) figures.push(...(await contest(one)));
    return figures;
  },
};

async function contest({ id, instrument }: Compared): Promise<Figure[]> {
  const sets = onTheWay(instrument);
  const kept = new Model(instrument.definition);
  const fresh = (answers: AnswerSet) => theirs(new Model(instrument.definition), answers);
  const reused = (answers: AnswerSet) => theirs(kept, answers);
  const judge = (answers: AnswerSet) => ours(instrument, answers);
  for (const answers of sets)
    if (![fresh, reused].every((peer) => isDeepStrictEqual(judge(answers), peer(answers))))
      throw new Error(`${id}: not the same verdict on ${JSON.stringify([...answers])}`);
  const ourTime = () => timeOf(judge, sets, 200);
  const [first, again] = [
    await alternate(ourTime, () => timeOf(fresh, sets, 1)),
    await alternate(ourTime, () => timeOf(reused, sets, 3)),
  ];
  return [
    { label: id, value: `${perSecond(first.ours)} a second of one core` },
    {
      label: "  survey-core, a model for each",
      value: `${beside(first)}, target ${target}: ${first.ratio >= target ? "reached" : "MISSED"}`,
    },
    { label: "  survey-core, one model for all", value: beside(again) },
  ];
}

/** As a server gets them: whole, and without anything that was not asked. */
const onTheWay = (instrument: Instrument): readonly AnswerSet[] =>
  fc
    .sample(answersTo(instrument), { numRuns: people, seed: 20261121 })
    .map((answers) => walk(instrument, answers, asking(instrument)).answers);

const asking = ({ codebook }: Instrument): Asking => ({
  seed: 1,
  modules: new Set(codebook.modules?.of.map(({ id }) => id)),
  known: new Map(),
  today: "2026-11-21",
});

interface Verdict {
  readonly shown: readonly string[];
  readonly amiss: readonly string[];
}

function ours(instrument: Instrument, answers: AnswerSet): Verdict {
  const way = walk(instrument, answers, asking(instrument));
  return {
    shown: way.sections.flatMap(({ items }) => items.map(({ item }) => item.name)),
    amiss: [...new Set(faultsOf(instrument, way).map(({ item }) => item))],
  };
}

function theirs(model: Model, answers: AnswerSet): Verdict {
  model.data = Object.fromEntries(answers);
  const shown = model.getAllQuestions(true);
  return {
    shown: shown.map(({ name }) => name),
    amiss: shown.filter((question) => !question.validate(false)).map(({ name }) => name),
  };
}

/** Milliseconds of processor time for one set. */
function timeOf(
  judge: (answers: AnswerSet) => Verdict,
  sets: readonly AnswerSet[],
  times: number,
): number {
  const before = process.cpuUsage();
  for (let time = 0; time < times; time++) for (const answers of sets) judge(answers);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / (times * sets.length);
}

const perSecond = (milliseconds: number): string =>
  `${Math.round(1000 / milliseconds).toLocaleString("en-US")} sets`;
const beside = ({ peer, ratio }: Contest): string =>
  `${perSecond(peer)}, ours ${Math.round(ratio).toLocaleString("en-US")} times as many`;
