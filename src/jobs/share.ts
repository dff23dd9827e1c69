/** Columns of numbers in shared memory, so that handing them to another thread copies nothing. */

type NumberArray = Int8Array | Uint8Array | Int16Array | Int32Array | Float64Array;

/** The same value with every column of numbers in shared memory; plain objects, arrays and maps are walked. */
export function share<T>(value: T): T {
  return moved(value, new Map()) as T;
}

/** The memory of every column that is not shared: what can be given away instead of copied. */
export function givable(value: unknown, found = new Set<ArrayBuffer>()): Set<ArrayBuffer> {
  if (typeof value !== "object" || value === null) return found;
  if (isNumbers(value)) {
    if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
    return found;
  }
  // A dictionary of a million texts holds no numbers.
  if (Array.isArray(value) && typeof value[0] === "string") return found;
  for (const part of value instanceof Map ? value.values() : Object.values(value))
    givable(part, found);
  return found;
}

/** Every column is moved once, however often it is pointed to. */
function moved(value: unknown, seen: Map<object, unknown>): unknown {
  if (typeof value !== "object" || value === null) return value;
  const known = seen.get(value);
  if (known !== undefined) return known;
  const copy = isNumbers(value) ? inSharedMemory(value) : walked(value, seen);
  seen.set(value, copy);
  return copy;
}

function walked(value: object, seen: Map<object, unknown>): unknown {
  if (Array.isArray(value))
    return value.every((item) => typeof item !== "object")
      ? value
      : value.map((v) => moved(v, seen));
  if (value instanceof Map)
    return new Map([...value].map(([key, item]) => [key, moved(item, seen)]));
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, moved(item, seen)]));
}

/** Columns that are looked for, and how each is made over memory that holds it. */
const kinds = {
  Int8Array: (memory: SharedArrayBuffer) => new Int8Array(memory),
  Uint8Array: (memory: SharedArrayBuffer) => new Uint8Array(memory),
  Int16Array: (memory: SharedArrayBuffer) => new Int16Array(memory),
  Int32Array: (memory: SharedArrayBuffer) => new Int32Array(memory),
  Float64Array: (memory: SharedArrayBuffer) => new Float64Array(memory),
};

const isNumbers = (value: object): value is NumberArray =>
  ArrayBuffer.isView(value) && value.constructor.name in kinds;

function inSharedMemory(values: NumberArray): NumberArray {
  if (values.buffer instanceof SharedArrayBuffer) return values;
  const memory = new SharedArrayBuffer(values.byteLength);
  new Uint8Array(memory).set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  return kinds[values.constructor.name as keyof typeof kinds](memory);
}
