/** `npm run promises [-- name...]`: what takes minutes to check. Exit code 1 where a promise is broken. */
import { answersPromises } from "./answers.ts";
import { surveyjsPromises } from "./surveyjs.ts";
import { truthPromises, type Promised } from "./truth.ts";

const promises: Readonly<Record<string, () => Promise<readonly Promised[]>>> = {
  truth: truthPromises,
  answers: answersPromises,
  surveyjs: surveyjsPromises,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(promises, name));
if (unknown.length > 0) {
  console.error(
    `no promises ${unknown.join(", ")}; there are: ${Object.keys(promises).join(", ")}`,
  );
  process.exit(2);
}
for (const name of asked.length === 0 ? Object.keys(promises) : asked)
  for (const { what, measured, kept } of await promises[name]!()) {
    console.log(`${kept ? "kept  " : "BROKEN"}  ${what}: ${measured}`);
    if (!kept) process.exitCode = 1;
  }
