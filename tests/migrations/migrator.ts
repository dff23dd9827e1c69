/** A process that migrates the database of an address and prints which steps it took. */
import { connect } from "../../src/db/connect.ts";
import { migrate } from "../../src/db/migrate.ts";

const db = await connect({ databaseUrl: process.argv[2], dataFolder: "" });
process.stdout.write(JSON.stringify(await migrate(db.write)));
await db.close();
