import { setTimeout as sleep } from "node:timers/promises";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CopyBytes, copyBytes } from "../../../../src/db/copy.ts";
import { socketAddress } from "../../../../src/db/postgresql/address.ts";
import { Pool } from "../../../../src/db/postgresql/pool.ts";
import { databases, type Place } from "../../../support/database.ts";

const { missing, place } = databases.find(({ kind }) => kind === "postgresql")!;

describe.skipIf(missing !== undefined)("a pool of connections", () => {
  let home: Place;
  let address: NonNullable<ReturnType<typeof socketAddress>> | string;
  beforeAll(async () => {
    home = await place();
    address = socketAddress(home.config.databaseUrl!) ?? home.config.databaseUrl!;
  });
  afterAll(() => home.remove());

  /** One connection; `port` nobody listens on stands for a server that is down. */
  const client = (onclose: () => void, down = false): Sql => {
    const options = { max: 1, onclose, onnotice: () => undefined, max_lifetime: null };
    if (down) return postgres({ host: "127.0.0.1", port: 1, ...options });
    return typeof address === "string"
      ? postgres(address, options)
      : postgres({ ...address, ...options });
  };
  const poolOf = (max: number, open: (onClose: () => void) => Sql = (onClose) => client(onClose)) =>
    new Pool({ max, patience: 300, open });

  it("lets so many work at once and makes the others wait", async () => {
    const pool = poolOf(3);
    let [working, most] = [0, 0];
    const work = async () => {
      const connection = await pool.reserve();
      most = Math.max(most, ++working);
      await connection.unsafe("select pg_sleep(0.01)");
      working--;
      connection.release();
    };
    await Promise.all(Array.from({ length: 20 }, work));
    expect(most).toBe(3);
    await pool.end();
  });

  it("says it is busy when nothing gets free in time, and is well afterwards", async () => {
    const pool = poolOf(1);
    const only = await pool.reserve();
    const began = performance.now();
    await expect(pool.reserve()).rejects.toMatchObject({ id: "busy" });
    expect(performance.now() - began).toBeGreaterThan(250);
    only.release();
    const next = await pool.reserve();
    expect([...(await next.unsafe("select 1 as one"))]).toEqual([{ one: 1 }]);
    next.release();
    await pool.end();
  });

  it("gives a lost connection up, and does not go on outside its transaction", async () => {
    const pool = poolOf(1);
    const lost = await pool.reserve();
    await lost.unsafe("begin");
    const [{ pid }] = await lost.unsafe("select pg_backend_pid() as pid");
    const other = client(() => undefined);
    await other.unsafe(`select pg_terminate_backend(${pid})`);
    await other.end();
    await sleep(100);
    for (const query of ["create table sly (a int)", "rollback"])
      await expect(lost.unsafe(query)).rejects.toMatchObject({ id: "database-unavailable" });
    lost.release();
    const next = await pool.reserve();
    expect([...(await next.unsafe("select to_regclass('sly') as sly"))]).toEqual([{ sly: null }]);
    next.release();
    await pool.end();
  });

  it("has all its places again after the server was away", async () => {
    let down = true;
    const pool = poolOf(2, (onClose) => client(onClose, down));
    const ask = async () => {
      const connection = await pool.reserve();
      try {
        return (await connection.unsafe("select 1 as one"))[0];
      } finally {
        connection.release();
      }
    };
    for (let tries = 0; tries < 5; tries++)
      await expect(ask()).rejects.toMatchObject({ id: "database-unavailable" });
    down = false;
    const answers = await Promise.all(Array.from({ length: 6 }, ask));
    expect(answers).toEqual(answers.map(() => ({ one: 1 })));
    await pool.end();
  });

  it("notices an idle connection that was closed", async () => {
    const pool = poolOf(1);
    const first = await pool.reserve();
    const [{ pid }] = await first.unsafe("select pg_backend_pid() as pid");
    first.release();
    const other = client(() => undefined);
    await other.unsafe(`select pg_terminate_backend(${pid})`);
    await other.end();
    await sleep(100);
    const next = await pool.reserve();
    expect([...(await next.unsafe("select 1 as one"))]).toEqual([{ one: 1 }]);
    next.release();
    await pool.end();
  });

  it("hears why rows were refused, early and late, and goes on", async () => {
    const pool = poolOf(1);
    const connection = await pool.reserve();
    await connection.unsafe("create table counted (n int primary key, t text)");
    const copy = (rows: [number, string][]) =>
      connection.unsafe("copy counted from stdin (format binary)", [
        new CopyBytes(copyBytes(rows)),
      ]);
    await copy([[1, "one"]]);
    await expect(copy([[1, "again"]])).rejects.toMatchObject({ code: "23505" });
    const many = Array.from({ length: 60_000 }, (_, n): [number, string] => [
      n + 2,
      "x".repeat(100),
    ]);
    await expect(copy([[2, "\0"], ...many])).rejects.toMatchObject({ id: "invalid-request" });
    await expect(copy([...many, many[0]!])).rejects.toMatchObject({ code: "23505" });
    await copy(many);
    const [{ n }] = await connection.unsafe("select count(*)::int as n from counted");
    expect(n).toBe(60_001);
    connection.release();
    await pool.end();
  });
});
