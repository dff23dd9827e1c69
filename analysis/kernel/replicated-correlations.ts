/**
 * The correlations of many predictors with one outcome under many sets of counts, as the bootstrap asks for them.
 *
 * The six sums of every pair (people, x, y, x², y², xy) are sums of features of people weighted by how often each is
 * drawn: all replicates at once are one product of matrices, features by counts. Columns are centred first, so
 * nothing cancels. Pairwise: a predictor has its own people, those with the outcome and with it.
 *
 * Cost: 6 n p multiplications a replicate, beside the drawing. Memory: 128 MB of counts at most, whatever n.
 */
import type { Replicates, Resampling } from "../inference/bootstrap.ts";
import { exactAtOne } from "../methods/estimates.ts";
import { stream } from "../numeric/random.ts";
import type { Column } from "../table.ts";
import { centredColumns, type Centred } from "./centred.ts";
import { featureWriter, features } from "./features.ts";
import { kernelsWith, offsets, type Kernels, type Machine } from "./kernels.ts";

export interface CorrelationResampling extends Omit<Resampling, "people"> {
  /** Survey weights, multiplied by the counts. */
  readonly weights?: Float64Array;
  readonly machine?: Machine;
}

/** Pearson's r by replicate and predictor; 0 where a replicate has no variation on one side. */
export function replicatedCorrelations(
  predictors: readonly Column[],
  outcome: Column,
  { machine, ...resampling }: CorrelationResampling,
): Replicates {
  const { replicates, onReplicate } = resampling;
  const { from, to } = typeof replicates === "number" ? { from: 0, to: replicates } : replicates;
  const work = prepare(centredColumns([outcome, ...predictors], machine), to - from, machine);
  const draw = drawer(work, resampling);
  const width = predictors.length;
  const values = new Float64Array((to - from) * width);
  const together = 4 * work.countPanels;
  for (let first = from; first < to; first += together) {
    const count = Math.min(together, to - first);
    work.real.fill(0, work.at.counts >> 3, work.at.features >> 3);
    for (let slot = 0; slot < count; slot++) {
      draw(first + slot, slot);
      onReplicate?.(first + slot - from + 1);
    }
    multiply(work);
    for (let slot = 0; slot < count; slot++)
      for (let x = 0; x < width; x++)
        values[(first + slot - from) * width + x] = correlationOf(work, x, slot);
  }
  return { count: to - from, width, values };
}

/** People of a block: its counts of so many panels, and its features, stay in the second-level cache. */
const rows = 128;
const panelsAtOnce = 32;
const panelBytes = 32 * rows;
const mostCountBytes = 2 ** 27;

interface Work {
  readonly kernels: Kernels;
  readonly real: Float64Array;
  readonly at: Readonly<Record<"counts" | "features" | "sums" | "places" | "block", number>>;
  readonly columns: readonly Centred[];
  /** Those who have the outcome; all others count as one who has nothing, behind them. */
  readonly kept: Int32Array;
  readonly blocks: number;
  /** Panels of four replicates, and of four features. */
  readonly countPanels: number;
  readonly featurePanels: number;
}

function prepare(columns: readonly Centred[], replicates: number, machine?: Machine): Work {
  const { values, limit } = columns[0];
  const kept = Int32Array.from(values.keys()).filter((row) => values[row] > limit);
  const blocks = Math.ceil((kept.length + 1) / rows);
  const featurePanels = Math.ceil((features * (columns.length - 1)) / 4);
  const most = Math.max(1, Math.floor(mostCountBytes / (blocks * panelBytes)));
  const countPanels = Math.min(most, Math.ceil(replicates / 4));
  const { at, bytes } = offsets({
    counts: blocks * countPanels * panelBytes,
    features: featurePanels * panelBytes,
    sums: 128 * featurePanels * countPanels,
    places: 4 * values.length,
    block: 16,
  });
  const kernels = kernelsWith(bytes, machine);
  const real = new Float64Array(kernels.memory.buffer);
  return { kernels, real, at, columns, kept, blocks, countPanels, featurePanels };
}

/** Writes the counts of one replicate to its place in the panels: by block, by panel, by person, four side by side. */
function drawer(
  { kernels, real, at, columns, kept, countPanels }: Work,
  { seed, address = 0, weights, resample }: CorrelationResampling,
): (replicate: number, slot: number) => void {
  const people = columns[0].values.length;
  const place = (index: number) =>
    (Math.floor(index / rows) * countPanels * rows + (index % rows)) * 32;
  const places = new Int32Array(kernels.memory.buffer, at.places, people).fill(place(kept.length));
  kept.forEach((row, index) => (places[row] = place(index)));
  const startOf = (slot: number) => at.counts + (slot >> 2) * panelBytes + 8 * (slot & 3);
  if (resample === undefined && weights === undefined)
    return (replicate, slot) =>
      kernels.draw(seed, address, replicate, people, people, at.places, startOf(slot), at.block);
  const counts = new Float64Array(people);
  return (replicate, slot) => {
    if (resample === undefined) drawOnce(counts, stream(seed, address, replicate));
    else resample(stream(seed, address, replicate), counts);
    const start = startOf(slot);
    for (const row of kept) {
      const count = weights === undefined ? counts[row] : counts[row] * weights[row];
      real[(start + places[row]) >> 3] = count > 0 ? count : 0;
    }
  };
}

function drawOnce(counts: Float64Array, { below }: ReturnType<typeof stream>): void {
  counts.fill(0);
  for (let draw = 0; draw < counts.length; draw++) counts[below(counts.length)]++;
}

function multiply(work: Work): void {
  const { kernels, real, at, columns, kept, blocks, countPanels, featurePanels } = work;
  const write = featureWriter(real, columns, { kept, rows });
  const stride = 32 * countPanels;
  real.fill(0, at.sums >> 3, at.places >> 3);
  for (let block = 0; block < blocks; block++) {
    write(block * rows, at.features >> 3);
    for (let first = 0; first < countPanels; first += panelsAtOnce) {
      const counts = at.counts + (block * countPanels + first) * panelBytes;
      const panels = Math.min(panelsAtOnce, countPanels - first);
      for (let panel = 0; panel < featurePanels; panel++) {
        const into = at.sums + 4 * panel * stride + 32 * first;
        const left = at.features + panel * panelBytes;
        kernels.products(left, counts, panels, rows, into, stride);
      }
    }
  }
}

function correlationOf({ real, at, countPanels }: Work, predictor: number, slot: number): number {
  const size = 4 * countPanels;
  const start = (at.sums >> 3) + features * predictor * size + slot;
  const n = real[start];
  const [x, y] = [real[start + size], real[start + 2 * size]];
  const [xx, yy] = [real[start + 3 * size], real[start + 4 * size]];
  const squaresX = xx - (x * x) / n;
  const squaresY = yy - (y * y) / n;
  if (!(squaresX > constant * xx && squaresY > constant * yy)) return 0;
  return exactAtOne((real[start + 5 * size] - (x * y) / n) / Math.sqrt(squaresX * squaresY));
}

/** Below this share of its squares a sum of squares about the mean is rounding. */
const constant = 1e-12;
