import type { Progress } from "../studies/study.ts";

const width = 24;
/** A bar may be drawn this often (a terminal), a line this often (a pipe). */
const every = { bar: 80, line: 5000 };

/** A bar with rate and time left on a terminal, plain lines elsewhere. `end` leaves the line clean. */
export function progressTo(stream: NodeJS.WriteStream): { readonly tell: Progress; end(): void } {
  let step = "";
  let began = 0;
  let told = 0;
  const draw = stream.isTTY ? drawBar : drawLine;
  return {
    tell(next, done, total) {
      const now = performance.now();
      if (next !== step) [step, began, told] = [next, now, 0];
      const finished = total > 0 && done >= total;
      if (!finished && now - told < (stream.isTTY ? every.bar : every.line)) return;
      if (finished && told === 0 && !stream.isTTY) return;
      told = now;
      draw(stream, { step, done, total, seconds: (now - began) / 1000 });
    },
    end() {
      if (stream.isTTY) stream.write("\r\u001b[K");
    },
  };
}

interface State {
  readonly step: string;
  readonly done: number;
  readonly total: number;
  readonly seconds: number;
}

function drawBar(stream: NodeJS.WriteStream, state: State): void {
  const share = state.total > 0 ? Math.min(1, state.done / state.total) : 0;
  const filled = Math.round(share * width);
  stream.write(`\r\u001b[K${"█".repeat(filled)}${"░".repeat(width - filled)} ${words(state)}`);
}

function drawLine(stream: NodeJS.WriteStream, state: State): void {
  stream.write(`${words(state)}\n`);
}

function words({ step, done, total, seconds }: State): string {
  if (total === 0) return `${step}: ${done.toLocaleString("en-US")}`;
  const percent = `${Math.floor((100 * done) / total)} %`;
  const left = done > 0 && seconds > 1 ? (seconds * (total - done)) / done : 0;
  return left >= 1 ? `${step}: ${percent}, about ${Math.ceil(left)} s left` : `${step}: ${percent}`;
}
