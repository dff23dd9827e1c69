/**
 * A drawing as SVG text, made on the server: the same bytes for the same figures.
 *
 * Vega is imported at the first chart, not at the start of the program. It gets no network and no files
 * (its own loader reads both from a specification), no code is generated from text (expressions are
 * interpreted), and a warning is an error: a chart that Vega is unsure of is a wrong chart.
 */
import type { Loader, LoggerInterface } from "vega";
import type { Drawing } from "./chart.ts";

/** @param id unique in the page that will hold the chart, letters, digits and hyphens. */
export async function drawSvg(drawing: Drawing, id: string): Promise<string> {
  if (!/^[a-z][a-z0-9-]*$/i.test(id)) throw new RangeError(`drawSvg requires an id, got "${id}"`);
  const [vega, { compile }, { expressionInterpreter }] = await engine();
  const complaints: string[] = [];
  const logger = listener(complaints);
  const { spec } = compile(drawing.spec, { logger });
  const view = new vega.View(vega.parse(spec, undefined, { ast: true }), {
    renderer: "none",
    loader: closed,
    logger,
    expr: expressionInterpreter,
  });
  try {
    const svg = await view.toSVG();
    if (complaints.length > 0)
      throw new Error(`chart "${drawing.title}": ${complaints.join("; ")}`);
    return accessible(svg, drawing, id);
  } finally {
    view.finalize();
  }
}

const engine = () =>
  Promise.all([import("vega"), import("vega-lite"), import("vega-interpreter")] as const);

/** No style, id or reference survives, so a chart obeys `style-src 'self'` and two charts cannot clash. */
function accessible(svg: string, { title, description }: Drawing, id: string): string {
  const [head, width, height] = /^<svg[^>]* viewBox="0 0 ([\d.]+) ([\d.]+)">/.exec(svg) ?? [""];
  const body = svg.slice(head.length).replace(/<[^/][^>]*>/g, (tag) => tag.replace(noise, ""));
  const unsafe = body.match(/<[^/][^>]*>/g)?.find((tag) => forbidden.test(tag));
  if (head === "" || unsafe !== undefined)
    throw new Error(`drawSvg cannot make this safe in "${title}": ${unsafe ?? "no viewBox"}`);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" viewBox="0 0 ${width} ${height}" ` +
    `width="${width}" height="${height}" aria-labelledby="${id}-title ${id}-desc">` +
    `<title id="${id}-title">${escape(title)}</title><desc id="${id}-desc">${escape(description)}</desc>` +
    body
  );
}

/** Vega's own roles and descriptions, and class names that a page's style sheet might hit by accident. */
const noise = / (?:role|class|aria-[a-z]+|pointer-events)="[^"]*"/g;
const forbidden =
  /^<(?:style|script|a|image|use|foreignObject)\b|\s(?:style|id|href|xlink:href|on[a-z]+)=|url\(/i;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};
const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => entities[character]!);

const refuse = () => Promise.reject(new Error("a chart may not load anything"));
const closed: Loader = { load: refuse, sanitize: refuse, http: refuse, file: refuse };

/** Collects instead of throwing: Vega logs from promises of its own, where a throw would be lost. */
function listener(complaints: string[]): LoggerInterface {
  const note = (...words: readonly unknown[]) => {
    complaints.push(words.join(" "));
    return logger;
  };
  const ignore = () => logger;
  const logger = { level: () => 2, warn: note, error: note, info: ignore, debug: ignore };
  return logger as LoggerInterface;
}
