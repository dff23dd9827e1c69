/**
 * Asks for /healthz at a steady rate, in a process of its own: what measures must not wait for what it measures. One
 * connection and no more work per request than that, since it shares the processors with the service.
 */
import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { Load } from "./health.ts";

const request = "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: keep-alive\r\n\r\n";

process.on("message", (load: Load) => {
  void answerTimes(load).then((times) => process.send!(times));
});

/**
 * Milliseconds until each request is answered, from when it is sent; where the last answer was still missing when it was
 * due, from when it was due, so that one long silence counts for all who would have asked in it.
 */
async function answerTimes({ port, requests, every }: Load): Promise<number[]> {
  const socket = connect({ host: "127.0.0.1", port, noDelay: true });
  await once(socket, "connect");
  const from = performance.now();
  const times: number[] = [];
  for (let i = 0; i < requests; i++) {
    const due = from + i * every;
    const wait = due - performance.now();
    if (wait > 0) await pause(wait);
    const sent = wait > 0 ? performance.now() : due;
    socket.write(request);
    const [answer] = (await once(socket, "data")) as [Buffer];
    times.push(performance.now() - sent);
    if (!answer.toString("latin1").startsWith("HTTP/1.1 200")) throw new Error(`${answer}`);
  }
  socket.destroy();
  return times;
}
