import { expect, test } from "vitest";
import { document } from "./document.ts";

test("docs/methods.md says what the table of methods says; -u writes it anew", async () => {
  await expect(document()).toMatchFileSnapshot("../../../docs/methods.md");
});
