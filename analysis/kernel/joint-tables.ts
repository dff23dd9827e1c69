/**
 * Joint tables of all pairs of two sets of discrete columns, counted instead of multiplied.
 *
 * Survey items take few values. Items are packed into groups (`groups.ts`); one increment of a group-by-group table
 * per person then counts every pair of the two groups at once, and the single tables are its marginal sums. Counts
 * are integers, so the tables are exact whatever the packing; two further numbers a person (a weight and its square)
 * are summed by cell in the same way, in the order of the people.
 *
 * Cost: people x groups(x) x groups(y) increments, about half a nanosecond each. Memory: a byte per person and
 * group, and sixteen per person where there are numbers to be summed.
 */
import { mostValues, type Discrete } from "./discrete.ts";
import { addendOf, grouped, mostCells, type Group } from "./groups.ts";
import { giveBack, kernelsWith, offsets, type Kernels, type Machine } from "./kernels.ts";

/** Cells row by row of the values of x; the arrays are used again for the next pair. */
export interface JointTable {
  /** People per cell. */
  readonly people: Int32Array;
  /** Two sums per cell; empty where there is nothing to be summed. */
  readonly sums: Float64Array;
}

/** A share of the work: `index` of `of`, from 0. All shares together are the whole, whoever does them. */
export interface Part {
  readonly index: number;
  readonly of: number;
}

export interface TableOptions {
  /** Who is counted; everybody where left out. */
  readonly keep?: Uint32Array | undefined;
  /** Two numbers for each who is counted. */
  readonly pairs?: Float64Array | undefined;
  /** Whether people are counted beside the sums; `people` stays empty where they are not. */
  readonly countPeople?: boolean;
  readonly part?: Part | undefined;
  readonly machine?: Machine | undefined;
  take(x: number, y: number, table: JointTable): void;
}

/** @param ys "each other": every item of xs with itself, and every two of them once, in either order */
export function jointTables(
  xs: readonly Discrete[],
  ys: readonly Discrete[] | "each other",
  options: TableOptions,
): void {
  if (xs.length === 0 || ys.length === 0) return;
  const work = prepare(xs, ys, options);
  const { part = { index: 0, of: 1 } } = options;
  let task = 0;
  work.groupsX.forEach((_, x) => {
    const end = ys === "each other" ? x + 1 : work.groupsY.length;
    for (let y = 0; y < end; y += tablesAtOnce)
      if (task++ % part.of === part.index)
        tabulate(work, { x, y, tables: Math.min(tablesAtOnce, end - y) }, options);
  });
  giveBack(work.kernels);
}

/** So many groups of y are counted together. */
const tablesAtOnce = 4;

interface Work {
  readonly kernels: Kernels;
  /** The memory of the kernels. */
  readonly bytes: Uint8Array;
  readonly at: Places;
  readonly rows: number;
  readonly xs: readonly Discrete[];
  readonly ys: readonly Discrete[];
  readonly groupsX: readonly Group[];
  readonly groupsY: readonly Group[];
  /** Y is x: each pair once. */
  readonly triangular: boolean;
  readonly table: JointTable;
}

function prepare(
  xs: readonly Discrete[],
  ys: readonly Discrete[] | "each other",
  { keep, pairs, machine, countPeople = true }: TableOptions,
): Work {
  const triangular = ys === "each other";
  const groupsX = grouped(xs);
  const groupsY = triangular ? groupsX : grouped(ys);
  const rows = keep?.length ?? xs[0].bytes.length;
  const lists = [groupsX.length, triangular ? 0 : groupsY.length] as const;
  const { at, bytes } = places(rows, lists, pairs !== undefined);
  const kernels = kernelsWith(bytes, machine);
  const { buffer } = kernels.memory;
  const memory = new Uint8Array(buffer);
  const packer = { kernels, bytes: memory, at, rows, keep };
  groupsX.forEach((group, g) => packGroup(packer, xs, { group, into: at.x + g * at.stride }));
  if (ys !== "each other")
    groupsY.forEach((group, g) => packGroup(packer, ys, { group, into: at.y + g * at.stride }));
  if (pairs !== undefined) new Float64Array(buffer, at.pairs, pairs.length).set(pairs);
  const table = {
    people: new Int32Array(buffer, at.count, countPeople ? mostValues ** 2 : 0),
    sums: new Float64Array(buffer, at.sum, pairs === undefined ? 0 : 2 * mostValues ** 2),
  };
  return {
    kernels,
    bytes: memory,
    at: triangular ? { ...at, y: at.x } : at,
    rows,
    xs,
    ys: triangular ? xs : ys,
    groupsX,
    groupsY,
    triangular,
    table,
  };
}

/** Offsets in the memory of the kernels. */
type Places = Readonly<Record<keyof ReturnType<typeof sizes>, number>> & {
  /** From one list of codes to the next. */
  readonly stride: number;
};

const cells = mostCells ** 2;

/** Bytes of each region. */
const sizes = (stride: number, [x, y]: readonly [number, number], paired: boolean) => ({
  codeOf: 256,
  values: stride,
  x: x * stride,
  y: y * stride,
  pairs: paired ? 16 * stride : 0,
  counts: 4 * cells * tablesAtOnce,
  sums: paired ? 16 * cells * tablesAtOnce : 0,
  countLines: 4 * cells,
  sumLines: paired ? 16 * cells : 0,
  count: 4 * cells,
  sum: 16 * cells,
});

function places(rows: number, lists: readonly [number, number], paired: boolean) {
  // One cache line more than the rows need: lists that lie a power of two apart compete for one place in the cache.
  const stride = 64 * (Math.ceil(rows / 64) | 1);
  const { at, bytes } = offsets(sizes(stride, lists, paired));
  return { at: { ...at, stride }, bytes };
}

/** Lays the codes of a group out, a byte a person. */
function packGroup(
  {
    kernels,
    bytes,
    at,
    rows,
    keep,
  }: Pick<Work, "kernels" | "bytes" | "at" | "rows"> & Pick<TableOptions, "keep">,
  items: readonly Discrete[],
  { group, into }: { readonly group: Group; readonly into: number },
): void {
  bytes.fill(group.cells - 1, into, into + rows);
  for (const digit of group.digits) {
    const item = items[digit.item];
    if (keep === undefined) bytes.set(item.bytes, at.values);
    else for (let i = 0; i < rows; i++) bytes[at.values + i] = item.bytes[keep[i]];
    const { codes, low } = addendOf(item, digit);
    bytes.set(codes, at.codeOf);
    if (low === undefined) kernels.pack(at.values, rows, at.codeOf, into);
    else kernels.packNarrow(at.values, rows, at.codeOf, into, low);
  }
}

interface Task {
  /** Group of x, first group of y, and how many of y. */
  readonly x: number;
  readonly y: number;
  readonly tables: number;
}

/** Counts one group of x with some of y, and hands on every pair of items in them. */
function tabulate(work: Work, { x, y, tables }: Task, { take }: TableOptions): void {
  const { kernels, at, rows, groupsX, groupsY, table, triangular } = work;
  const [counted, paired] = [table.people.length > 0, table.sums.length > 0];
  const where = [at.x + x * at.stride, at.y + y * at.stride, at.stride, tables, rows] as const;
  if (counted) {
    clear(work, at.counts, 4 * mostCells, { x, tables });
    kernels.count(...where, at.counts);
  }
  if (paired) {
    clear(work, at.sums, 16 * mostCells, { x, tables });
    kernels.sum(...where, at.sums, at.pairs);
  }
  for (let t = 0; t < tables; t++)
    for (const digitX of groupsX[x].digits) {
      const { radix, values: lines, place } = digitX;
      const columns = 4 * Math.ceil(groupsY[y + t].cells / 4);
      const foldX = [groupsX[x].cells / (radix * place), radix, lines, place, columns] as const;
      if (counted) kernels.countsByX(at.counts + 4 * cells * t, at.countLines, ...foldX);
      if (paired) kernels.sumsByX(at.sums + 16 * cells * t, at.sumLines, ...foldX);
      for (const { item, radix, values, place } of groupsY[y + t].digits) {
        if (triangular && x === y + t && item > digitX.item) break;
        const foldY = [
          lines,
          groupsY[y + t].cells / (radix * place),
          radix,
          values,
          place,
        ] as const;
        if (counted) kernels.countsByY(at.countLines, at.count, ...foldY);
        if (paired) kernels.sumsByY(at.sumLines, at.sum, ...foldY);
        take(digitX.item, item, table);
      }
    }
}

/** Zeros in the lines of the tables that the codes of this group of x can reach. */
function clear(
  { bytes, groupsX }: Work,
  from: number,
  lineBytes: number,
  { x, tables }: Pick<Task, "x" | "tables">,
): void {
  for (let table = 0; table < tables; table++) {
    const start = from + table * lineBytes * mostCells;
    bytes.fill(0, start, start + lineBytes * groupsX[x].cells);
  }
}
