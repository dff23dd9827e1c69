/** Columns of numbers in shared memory, so that handing them to another thread copies nothing. */

type NumberArray = Int8Array | Uint8Array | Int16Array | Int32Array | Float64Array;

/** The same value with every column of numbers in shared memory; plain objects, arrays and maps are walked. */
export function share<T>(value: T): T {
  return moved(value, new Map()) as T;
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
    return value.every((item) => typeof item !== "object") ? value : value.map((v) => moved(v, seen));
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, moved(item, seen)]));
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, moved(item, seen)]));
}

const kinds = [Int8Array, Uint8Array, Int16Array, Int32Array, Float64Array] as const;

const isNumbers = (value: object): value is NumberArray =>
  kinds.some((kind) => Object.getPrototypeOf(value) === kind.prototype);

function inSharedMemory(values: NumberArray): NumberArray {
  if (values.buffer instanceof SharedArrayBuffer) return values;
  const kind = values.constructor as (typeof kinds)[number];
  const copy = new kind(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}
