/** A stranger that only keeps a processor busy: as low a priority as our own long tasks, no memory, no service. */
import { constants, setPriority } from "node:os";

setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
// Time to be moved to a processor of its own, as a screening has while files are joined.
spin(1_000);
process.send!("ready");
spin(60_000);

function spin(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}
