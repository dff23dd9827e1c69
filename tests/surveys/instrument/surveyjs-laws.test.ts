/** Whatever is accepted, however strange, SurveyJS opens without a complaint. */
import * as fc from "fast-check";
import { Model } from "survey-core";
import { lintSurvey } from "survey-core/linter";
import { expect, test } from "vitest";
import { readInstrument } from "#surveys";
import { everyKind } from "./every-kind.ts";
import { plainCodebook, type Json } from "./made.ts";

const value = fc.oneof(
  fc.constantFrom<unknown>(true, false, 0, 1, 5, -1, 2.5, "", " ", "a", "1", "yes", "{employed}"),
  fc.constantFrom<unknown>([], {}, [1, 2], ["a"], { default: "A" }, { value: 1 }, null),
  fc.constantFrom<unknown>("{employed} = 'full'", "{found} contains 'web'", "1 = 1", "2019-06"),
);

/** A property given another value, or taken away. */
const changes = fc.array(
  fc.record({ place: fc.constantFrom(...placesIn(everyKind)), value: fc.option(value) }),
  { minLength: 1, maxLength: 3 },
);

test("definitions with changed and missing values", () => {
  let accepted = 0;
  fc.assert(
    fc.property(changes, (all) => {
      const definition: Json = structuredClone(everyKind);
      for (const change of all) apply(definition, change);
      if (!readInstrument({ definition, codebook: plainCodebook() }).ok) return;
      accepted++;
      const model = new Model(structuredClone(definition));
      expect(model.jsonErrors ?? []).toEqual([]);
      model.dispose();
      const { findings } = lintSurvey(structuredClone(definition));
      expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
    }),
    { numRuns: 400 },
  );
  expect(accepted).toBeGreaterThan(20);
}, 120_000);

function apply(
  definition: Json,
  { place, value: to }: { place: readonly string[]; value: unknown },
) {
  let parent: unknown = definition;
  for (const step of place.slice(0, -1)) {
    if (typeof parent !== "object" || parent === null) return;
    parent = Reflect.get(parent, step);
  }
  if (typeof parent !== "object" || parent === null) return;
  if (to === null) Reflect.deleteProperty(parent, place.at(-1)!);
  else Reflect.set(parent, place.at(-1)!, to);
}

function placesIn(of: unknown, place: readonly string[] = []): (readonly string[])[] {
  if (typeof of !== "object" || of === null) return [];
  return Object.entries(of).flatMap(([key, inner]) => [
    ...(Array.isArray(of) ? [] : [[...place, key]]),
    ...placesIn(inner, [...place, key]),
  ]);
}
