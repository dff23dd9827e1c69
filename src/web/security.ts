/**
 * Who may ask, and what a browser may do with the answer. There are no accounts yet, so the program answers
 * this machine only: to loopback names (a foreign name that points here is DNS rebinding), and to forms of
 * its own pages. Respondents come from anywhere: their addresses answer to the public name, too.
 */
import { createMiddleware } from "hono/factory";
import { Problem } from "../problem.ts";
import { isRespondents } from "./answer/addresses.ts";

const loopbackNames: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Every address of the request must name this machine: the Host header and, where it has one, the request line. */
export const knownHostsOnly = (publicUrl: string | undefined) => {
  const publicHost = publicUrl === undefined ? undefined : new URL(publicUrl).host;
  return createMiddleware(async (c, next) => {
    const url = new URL(c.req.url);
    const host = c.req.header("host") ?? url.host;
    const open = isRespondents(c.req.path) || c.req.path.startsWith("/assets/");
    const isKnown = (name: string): boolean =>
      isLoopback(name) || (open && name.toLowerCase() === publicHost);
    if (!isKnown(host) || !isKnown(url.host))
      throw new Problem("foreign-origin", `The program is not known as "${host.slice(0, 100)}".`, {
        next: "Open it on the machine it runs on, as localhost or 127.0.0.1.",
      });
    await next();
  });
};

/**
 * What changes something is taken from our own pages, and from programs that are not browsers. Not asked of
 * respondents: their link is the only key, no browser adds one by itself that another page could borrow, and some mail
 * programs show pages without an origin; an answer must not be lost to that.
 */
export const ownOriginOnly = createMiddleware(async (c, next) => {
  if (safeMethods.has(c.req.method) || isRespondents(c.req.path)) return next();
  const origin = c.req.header("origin");
  const site = c.req.header("sec-fetch-site");
  const own = `http://${c.req.header("host") ?? new URL(c.req.url).host}`;
  const foreign =
    (origin !== undefined && origin !== own) || (site !== undefined && site !== "same-origin");
  if (foreign)
    throw new Problem("foreign-origin", "Only pages of this program may send it forms.", {
      next: "Open the page here and send the form again.",
    });
  return next();
});

/** What holds for every answer, errors and files included. */
export const securityHeaders = createMiddleware(async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(headers))
    if (!c.res.headers.has(name)) c.res.headers.set(name, value);
});

function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/:\d+$/, "");
  return loopbackNames.has(name);
}

const safeMethods: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join("; ");

/** What is stored about people is asked for again each time; an answer that may be kept says so itself. */
const headers: Readonly<Record<string, string>> = {
  "cache-control": "no-store",
  "content-security-policy": policy,
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  // Not "no-referrer": with it browsers name no origin when they send our own forms.
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};
