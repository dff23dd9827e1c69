import { describe, expect, it } from "vitest";
import { wreak } from "../../support/chaos/run.ts";
import { eachDatabase } from "../../support/database.ts";

/** The short version of `npm run promises -- answers`. */
describe("the service, killed while people answer", () => {
  eachDatabase((kind) => {
    it(
      "loses nothing that it acknowledged, and doubles nothing",
      { timeout: 240_000 },
      async () => {
        const { config, remove } = await kind.place();
        const chaos = { saves: 150, kills: 5, clients: 16, uptime: [200, 900] } as const;
        const { log, kills, seconds: _, ...tables } = await wreak(config, chaos);
        await remove();
        expect({
          kills,
          lost: tables.lost,
          doubled: tables.doubled,
          outdated: tables.outdated,
        }).toEqual({ kills: 5, lost: 0, doubled: 0, outdated: 0 });
        expect(tables.events).toBe(log.saves.length);
        expect(tables.complete).toBe(log.begun.length);
        expect(log.saves.length).toBeGreaterThanOrEqual(150);
        expect(Object.keys(log.retries)).not.toEqual([]);
      },
    );
  });
});
