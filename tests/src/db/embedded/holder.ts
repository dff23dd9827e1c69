/** A process that opens the embedded database of a folder, says so, and stays until it is killed. */
import { connect } from "../../../../src/db/connect.ts";

const db = await connect({ databaseUrl: undefined, dataFolder: process.argv[2]! });
process.stdout.write("open\n");
process.on("SIGTERM", () => {
  void db.close().then(() => process.exit(0));
});
setInterval(() => undefined, 1000);
