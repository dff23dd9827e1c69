/** Correlations without error, and alpha of what lies behind ordered answers. */
import { describe, expect, test } from "vitest";
import { polychoric } from "../../../analysis/latent/polychoric.ts";
import { crossTable } from "../../../analysis/methods/cross-table.ts";
import { disattenuate } from "../../../analysis/reliability/disattenuation.ts";
import { ordinalAlpha } from "../../../analysis/reliability/ordinal-alpha.ts";
import { reliability } from "../../../analysis/reliability/reliability.ts";
import { close } from "../../support/close.ts";
import { cutAt } from "../latent/people.ts";
import { oneFactorItems } from "./items.ts";

describe("disattenuation", () => {
  test("of two halves of the same parallel items is near 1, where r is not", () => {
    const items = oneFactorItems(20_000, [1, 1, 1, 1, 1, 1], 2);
    const found = disattenuate(items.slice(0, 3), items.slice(3), 0.95)!;
    close(found.value, 1, 0, 0.01);
    expect(found.observed).toBeLessThan(0.8);
    expect(found.interval!.low).toBeLessThan(found.value);
    expect(found.interval!.high).toBeGreaterThan(found.value);
    close(found.value, found.observed / Math.sqrt(found.alphas[0] * found.alphas[1]), 1e-12);
  });

  test("is not given where a score has no reliability", () => {
    const [a, b, c] = oneFactorItems(50, [1, 1, 1], 3) as [
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    expect(disattenuate([a, a.map((value) => -2 * value)], [b, c], 0.95)).toBeNull();
    expect(disattenuate([new Float64Array(50), new Float64Array(50)], [b, c], 0.95)).toBeNull();
  });
});

describe("ordinal alpha", () => {
  test("is near the alpha that the uncut answers have, which that of the cut ones is below", () => {
    const items = oneFactorItems(4000, [1, 1, 1, 1], 4).map((item) =>
      item.map((value) => value / Math.SQRT2),
    );
    const cut = items.map((item) => cutAt(item, [-0.6, 0.5, 1.2]));
    const found = ordinalAlpha(cut);
    if (!found.ok) throw new Error(`no estimate: ${found.because}`);
    const uncut = reliability(items, 0.95)!.standardised;
    close(found.value, uncut, 0, 0.015);
    expect(reliability(cut, 0.95)!.alpha).toBeLessThan(uncut - 0.02);
  });

  test("of two items is 2 rho / (1 + rho)", () => {
    const [x, y] = oneFactorItems(300, [1, 1], 5).map((item) => cutAt(item, [-0.5, 0.8])) as [
      Float64Array,
      Float64Array,
    ];
    const found = ordinalAlpha([x, y]);
    const latent = polychoric(crossTable({ x, y, n: 300 }));
    if (!found.ok || !latent.ok) throw new Error("expected an estimate");
    close(found.value, (2 * latent.rho) / (1 + latent.rho), 1e-9);
  });

  test("names the items that have no correlation", () => {
    const [x, y] = oneFactorItems(50, [1, 1], 6).map((item) => cutAt(item, [0])) as [
      Float64Array,
      Float64Array,
    ];
    const same = new Float64Array(50).fill(2);
    const expected = { ok: false, items: [0, 2], because: "no variation" };
    expect(ordinalAlpha([x, y, same])).toEqual(expected);
  });
});
