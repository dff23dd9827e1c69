/** A process that stores files until it is killed. Prints the id of each once it is acknowledged. */
import { connect } from "../../../src/db/connect.ts";
import { storeDataset } from "../../../src/db/datasets.ts";
import { writtenFile } from "./sources.ts";

const [databaseUrl, dataFolder, study, run] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
];
const db = await connect({ databaseUrl: databaseUrl || undefined, dataFolder });
for (let file = 1; ; file++) {
  const source = writtenFile(`${run} ${file}`);
  const id = await storeDataset(db, study, source, [], { confirmed: true });
  process.stdout.write(`${id}\n`);
}
