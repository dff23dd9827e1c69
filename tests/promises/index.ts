/** `npm run promises`: what takes minutes to check. Exit code 1 where a promise is broken. */
import { truthPromises } from "./truth.ts";

for (const { what, measured, kept } of await truthPromises()) {
  console.log(`${kept ? "kept  " : "BROKEN"}  ${what}: ${measured}`);
  if (!kept) process.exitCode = 1;
}
