/** The order in which test files try a mutant: what killed the one before, then the shortest, as the first failure ends it. */
import { BaseSequencer, type TestSpecification } from "vitest/node";

export class ShortestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { cache } = this.ctx;
    const rank = (file: TestSpecification): number => {
      const known = cache.getTestSpecificationResult(file);
      return known?.failed ? -1 : (known?.duration ?? 0);
    };
    return files.toSorted((a, b) => rank(a) - rank(b));
  }
}
