import { readFile } from "node:fs/promises";
import { array, assert, constantFrom, integer, property } from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { kernelsWith } from "../../../analysis/kernel/kernels.ts";
import { planDefaults } from "../../../analysis/plan.ts";
import { stream } from "../../../analysis/numeric/random.ts";
import type { Column } from "../../../analysis/table.ts";
import { compileKernels, modulePath } from "../../kernels/compile.ts";
import { tableOf } from "../../support/table.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

test("the module beside the sources is what the compiler makes of them", async () => {
  expect(await compileKernels()).toBe(await readFile(modulePath, "utf8"));
});

test("the lowest and the highest byte are found among those above the limit", () => {
  const bytes = array(integer({ min: -128, max: 127 }), { maxLength: 70 });
  assert(
    property(bytes, constantFrom("WebAssembly", "JavaScript"), (values, machine) => {
      const kernels = kernelsWith(128, machine);
      new Int8Array(kernels.memory.buffer).set(values, 3);
      const found = kernels.span(3, values.length, -113);
      const low = Math.min(127, ...values.filter((value) => value > -113));
      expect([(found << 24) >> 24, (found << 16) >> 24, found >> 16]).toEqual([
        low,
        Math.max(-128, ...values),
        values.some((value) => value <= -113) ? 1 : 0,
      ]);
    }),
  );
});

test("a screening has the same bytes where there is no WebAssembly", async () => {
  const { uniform } = stream(3);
  const column = (id: string, of: () => number, make = Int8Array.from.bind(Int8Array)): Column => ({
    id,
    label: id,
    level: "ordinal",
    values: make({ length: 300 }, () => (uniform() < 0.1 ? -128 : of())),
  });
  const columns = [
    ...Array.from({ length: 9 }, (_, i) =>
      column(`x${i}`, () => 1 + Math.floor(uniform() * (2 + i))),
    ),
    ...Array.from({ length: 4 }, (_, i) => column(`y${i}`, () => 20 * Math.floor(uniform() * 4))),
    {
      ...column("weight", () => 0),
      values: Float64Array.from({ length: 300 }, () => uniform() - 0.05),
    },
  ];
  const table = tableOf(columns);
  const screened = async () => {
    vi.resetModules();
    const { screen } = await import("../../../analysis/screen.ts");
    return [null, "weight"].map((weight) =>
      screen(table, {
        ...planDefaults,
        predictors: columns.filter(({ id }) => id.startsWith("x")).map(({ id }) => id),
        outcomes: columns.filter(({ id }) => id.startsWith("y")).map(({ id }) => id),
        weight,
      }),
    );
  };
  const compiled = await screened();
  vi.stubGlobal("WebAssembly", undefined);
  expect(await screened()).toEqual(compiled);
});
