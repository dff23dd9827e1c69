/**
 * The inner loops, over offsets into one block of memory: compiled to WebAssembly where there is such a thing, in
 * plain JavaScript where there is not. Both do the same additions in the same order and give the same bytes; what
 * the functions do is said at their sources, `wasm/*.as.ts`.
 */
import { plainKernels } from "./plain.ts";
import { moduleBase64 } from "./wasm/module.ts";

export interface Kernels {
  readonly memory: { readonly buffer: ArrayBuffer };
  span(values: number, rows: number, limit: number): number;
  pack(values: number, rows: number, codeOf: number, into: number): void;
  packNarrow(values: number, rows: number, codeOf: number, into: number, low: number): void;
  count: TableKernel;
  sum(...of: [...Parameters<TableKernel>, pairs: number]): void;
  countsByX: MarginXKernel;
  sumsByX: MarginXKernel;
  countsByY: MarginYKernel;
  sumsByY: MarginYKernel;
  products: ProductKernel;
  wholeProducts: ProductKernel;
  totals(left: number, right: number, panels: number, rows: number, into: number): void;
  sumsOver(
    ...of: [
      left: number,
      right: number,
      panels: number,
      rows: number,
      totals: number,
      list: number,
      length: number,
      lists: number,
      sums: number,
      squares: number,
      stride: number,
    ]
  ): void;
  overlaps(mask: number, masks: number, count: number, into: number): void;
  draw(
    ...of: [
      seed: number,
      a: number,
      b: number,
      draws: number,
      people: number,
      places: number,
      counts: number,
      block: number,
      whole: boolean,
    ]
  ): void;
  survey(numbers: number, count: number, limit: number, into: number): void;
  layOut(
    ...of: [
      numbers: number,
      limit: number,
      centre: number,
      scale: number,
      panel: number,
      mask: number,
      list: number,
      holes: number,
    ]
  ): number;
  weigh(
    ...of: [panel: number, mask: number, weights: number, weighted: number, mass: number]
  ): void;
}

type TableKernel = (
  ...of: [x: number, y: number, stride: number, tables: number, rows: number, into: number]
) => void;
type MarginXKernel = (
  ...of: [
    table: number,
    into: number,
    blocks: number,
    radix: number,
    values: number,
    place: number,
    columns: number,
  ]
) => void;
type MarginYKernel = (
  ...of: [
    rows: number,
    into: number,
    lines: number,
    blocks: number,
    radix: number,
    values: number,
    place: number,
  ]
) => void;

type ProductKernel = (
  ...of: [left: number, right: number, panels: number, rows: number, into: number, stride: number]
) => void;

/** Which of the two: the faster one where nothing is said. */
export type Machine = "WebAssembly" | "JavaScript";

/** Kernels with so many bytes of zeros of their own, from offset 0, until they are given back. */
export function kernelsWith(bytes: number, machine: Machine = "WebAssembly"): Kernels {
  const compiled = machine === "WebAssembly" ? compiledModule() : undefined;
  if (compiled === undefined) return plainKernels(new ArrayBuffer(bytes));
  const kernels = spare ?? new WebAssembly!.Instance(compiled).exports;
  spare = undefined;
  const { memory } = kernels;
  const used = memory.buffer.byteLength;
  if (used < bytes) memory.grow(Math.ceil((bytes - used) / pageBytes));
  new Uint8Array(memory.buffer, 0, Math.min(used, bytes)).fill(0);
  return kernels;
}

/** Keeps kernels for whoever asks next: an instance takes a third of a millisecond, and gigabytes of addresses. */
export function giveBack(kernels: Kernels): void {
  if (isCompiled(kernels) && kernels.memory.buffer.byteLength <= mostSpareBytes) spare = kernels;
}

let spare: CompiledKernels | undefined;
const mostSpareBytes = 2 ** 26;
const isCompiled = (kernels: Kernels): kernels is CompiledKernels => "grow" in kernels.memory;

const pageBytes = 65_536;

/** Regions one after another, each at the start of a cache line: where each begins, and the bytes of all. */
export function offsets<Region extends string>(
  sizes: Readonly<Record<Region, number>>,
): { readonly at: Readonly<Record<Region, number>>; readonly bytes: number } {
  const at: Record<Region, number> = { ...sizes };
  let bytes = 0;
  for (const region in sizes) {
    at[region] = bytes;
    bytes += 64 * Math.ceil(sizes[region] / 64);
  }
  return { at, bytes };
}

/** The part of the WebAssembly interface that is used here; this ring knows no browser and no Node. */
interface CompiledKernels extends Kernels {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
}
type CompiledModule = object;
declare const WebAssembly:
  | {
      validate(bytes: Uint8Array): boolean;
      readonly Module: new (bytes: Uint8Array) => CompiledModule;
      readonly Instance: new (module: CompiledModule) => { readonly exports: CompiledKernels };
    }
  | undefined;

let known: { readonly module: CompiledModule | undefined } | undefined;

/** Undefined where there is no WebAssembly, or one without vectors. */
function compiledModule(): CompiledModule | undefined {
  known ??= { module: compile() };
  return known.module;
}

function compile(): CompiledModule | undefined {
  if (typeof WebAssembly === "undefined") return undefined;
  const bytes = bytesOf(moduleBase64);
  return WebAssembly.validate(bytes) ? new WebAssembly.Module(bytes) : undefined;
}

function bytesOf(base64: string): Uint8Array {
  const text = base64.replace(/=+$/, "");
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  for (let i = 0, at = 0; i < text.length; i++) {
    bits = (bits << 6) | alphabet.indexOf(text[i]);
    if (i % 4 !== 0) bytes[at++] = bits >> (6 - 2 * (i % 4));
  }
  return bytes;
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
