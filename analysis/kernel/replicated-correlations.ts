/**
 * The correlations of many predictors with one outcome under many sets of counts, as the bootstrap asks for them.
 *
 * The six sums of every pair (people, x, y, x², y², xy) are sums of features of people weighted by how often each is
 * drawn: all replicates at once are one product of matrices, features by counts. Columns are centred first, so
 * nothing cancels. Pairwise: a predictor has its own people, those with the outcome and with it.
 *
 * Cost: 6 n p multiplications a replicate, beside the drawing; four times as fast where all columns are bytes. Memory: 128 MB of counts at most, whatever n.
 */
import { oneByOne, type Replicates, type Resampling } from "../inference/bootstrap.ts";
import { exactAtOne } from "../methods/estimates.ts";
import { stream } from "../numeric/random.ts";
import type { Column } from "../table.ts";
import { featureWriter, features } from "./features.ts";
import { giveBack, kernelsWith, offsets, type Kernels, type Machine } from "./kernels.ts";
import { panelKind, rows, type PanelKind } from "./replicate-panels.ts";

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
  const { replicates, onReplicate, weights, resample } = resampling;
  const { from, to } = typeof replicates === "number" ? { from: 0, to: replicates } : replicates;
  const counted = weights === undefined && resample === undefined;
  const panels = panelKind([outcome, ...predictors], { counted, machine });
  const work = prepare(panels, to - from, machine);
  const draw = drawer(work, resampling);
  const width = predictors.length;
  const values = new Float64Array((to - from) * width);
  const together = 4 * work.countPanels;
  for (let first = from; first < to; first += together) {
    const count = Math.min(together, to - first);
    new Uint8Array(work.buffer).fill(0, work.at.counts, work.at.features);
    for (let slot = 0; slot < count; slot++) {
      draw(first + slot, slot);
      onReplicate?.(first + slot - from + 1);
    }
    multiply(work);
    for (let slot = 0; slot < count; slot++)
      for (let x = 0; x < width; x++)
        values[(first + slot - from) * width + x] = correlationOf(work, x, slot);
  }
  giveBack(work.kernels);
  return { count: to - from, width, values };
}

/** The counts of so many panels of four replicates, and the features, stay in the second-level cache. */
const panelsAtOnce = 32;
const mostCountBytes = 2 ** 27;

interface Work {
  readonly kernels: Kernels;
  readonly buffer: ArrayBuffer;
  readonly panels: PanelKind;
  readonly at: Readonly<Record<"counts" | "features" | "sums" | "places" | "block", number>>;
  readonly sums: Float64Array | Int32Array;
  /** Those who have the outcome; all others count as one who has nothing, behind them. */
  readonly kept: Int32Array;
  readonly blocks: number;
  /** Panels of four replicates, an even number, and of four features. */
  readonly countPanels: number;
  readonly featurePanels: number;
}

function prepare(panels: PanelKind, replicates: number, machine?: Machine): Work {
  const [{ values, limit }] = panels.columns;
  const { panelBytes } = panels;
  const kept = Int32Array.from(values.keys()).filter((row) => values[row] > limit);
  const blocks = Math.ceil((kept.length + 1) / rows);
  const featurePanels = Math.ceil((features * (panels.columns.length - 1)) / 4);
  const most = Math.max(1, Math.floor(mostCountBytes / (2 * blocks * panelBytes)));
  const countPanels = 2 * Math.min(most, Math.ceil(replicates / 8));
  const { at, bytes } = offsets({
    counts: blocks * countPanels * panelBytes,
    features: featurePanels * panelBytes,
    sums: 128 * featurePanels * countPanels,
    places: 4 * values.length,
    block: 16,
  });
  const kernels = kernelsWith(bytes, machine);
  const { buffer } = kernels.memory;
  const sums = panels.sums(buffer);
  return { kernels, buffer, panels, at, sums, kept, blocks, countPanels, featurePanels };
}

/** Writes the counts of one replicate to its place in the panels: by block, by panel, by person, four side by side. */
function drawer(
  { kernels, buffer, panels, at, kept, countPanels }: Work,
  { seed, address = 0, weights, resample }: CorrelationResampling,
): (replicate: number, slot: number) => void {
  const { whole, panelBytes, columnBytes, rowBytes } = panels;
  const people = panels.columns[0].values.length;
  const place = (index: number) =>
    Math.floor(index / rows) * countPanels * panelBytes + rowBytes(index % rows);
  const places = new Int32Array(buffer, at.places, people).fill(place(kept.length));
  kept.forEach((row, index) => (places[row] = place(index)));
  const startOf = (slot: number) => at.counts + (slot >> 2) * panelBytes + columnBytes * (slot & 3);
  const draw = (replicate: number, start: number) =>
    kernels.draw(seed, address, replicate, people, people, at.places, start, at.block, whole);
  if (resample === undefined && weights === undefined)
    return (replicate, slot) => draw(replicate, startOf(slot));
  const real = new Float64Array(buffer);
  const counts = new Float64Array(people);
  const own = resample ?? oneByOne(people);
  return (replicate, slot) => {
    own(stream(seed, address, replicate), counts);
    const start = startOf(slot);
    for (const row of kept) {
      const count = weights === undefined ? counts[row] : counts[row] * weights[row];
      real[(start + places[row]) >> 3] = count > 0 ? count : 0;
    }
  };
}

function multiply(work: Work): void {
  const { kernels, buffer, panels, at, kept, blocks, countPanels, featurePanels } = work;
  const { panelBytes } = panels;
  const write = featureWriter(buffer, panels, kept);
  const products = panels.products(kernels);
  const bytes = work.sums.BYTES_PER_ELEMENT;
  const stride = 4 * bytes * countPanels;
  new Uint8Array(buffer).fill(0, at.sums, at.places);
  for (let block = 0; block < blocks; block++) {
    write(block * rows, at.features);
    for (let first = 0; first < countPanels; first += panelsAtOnce) {
      const counts = at.counts + (block * countPanels + first) * panelBytes;
      const together = Math.min(panelsAtOnce, countPanels - first);
      for (let panel = 0; panel < featurePanels; panel++) {
        const into = at.sums + 4 * panel * stride + 4 * bytes * first;
        products(at.features + panel * panelBytes, counts, together, rows, into, stride);
      }
    }
  }
}

function correlationOf({ sums, at, countPanels }: Work, predictor: number, slot: number): number {
  const size = 4 * countPanels;
  const start = at.sums / sums.BYTES_PER_ELEMENT + features * predictor * size + slot;
  const n = sums[start];
  const [x, y] = [sums[start + size], sums[start + 2 * size]];
  const [xx, yy] = [sums[start + 3 * size], sums[start + 4 * size]];
  const squaresX = xx - (x * x) / n;
  const squaresY = yy - (y * y) / n;
  if (!(squaresX > constant * xx && squaresY > constant * yy)) return 0;
  return exactAtOne((sums[start + 5 * size] - (x * y) / n) / Math.sqrt(squaresX * squaresY));
}

/** Below this share of its squares a sum of squares about the mean is rounding. */
const constant = 1e-12;
