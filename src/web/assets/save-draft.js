// @ts-check
/** Keeps a page on the device until it is saved, and sends it again while there is no connection. Only a help. */
const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form[data-draft]"));
const status = document.querySelector("output");
const version = document.querySelector("[name='~version']")?.getAttribute("value");
const response = location.pathname.split("/").slice(0, 3).join("/");
const [place, savedAt] = [`draft:${location.pathname}`, `saved:${response}`];
/** @type {Storage | null} */
let store = null;
try {
  store = localStorage;
} catch {} // Where a device keeps nothing, nothing is kept.
let [sending, plain] = [false, false];

if (document.querySelector("[data-forget]"))
  for (const key of Object.keys(store ?? {})) if (key.includes(response)) store?.removeItem(key);
const saved = store?.getItem(savedAt);
if (saved) say("saved", Number(saved));
store?.removeItem(savedAt);
if (form) {
  restore(JSON.parse(store?.getItem(place) ?? "{}"));
  document.addEventListener("input", keep);
  document.addEventListener("submit", send);
  addEventListener("pageshow", () => (sending = false));
}

/** @param {"saved" | "sending" | "offline" | "restored"} what */
function say(what, at = Date.now()) {
  const time = new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: "short" });
  if (status) status.textContent = `${status.dataset[what]}`.replace("{time}", time.format(at));
}

/** @returns {[string, string][]} */
const sent = () => [...new FormData(form ?? undefined)].map(([name, value]) => [name, `${value}`]);

function keep() {
  try {
    store?.setItem(place, JSON.stringify({ at: Date.now(), version, fields: sent() }));
  } catch {} // Full: the page itself still holds everything.
}

/** @param {{ at?: number, version?: string, fields?: [string, string][] }} draft */
function restore({ at, fields = [], ...draft }) {
  if (at === undefined || draft.version !== version) return;
  /** @type {NodeListOf<HTMLInputElement>} */
  const inputs = document.querySelectorAll("[data-draft] [name]:not([name^='~'])");
  for (const input of inputs) {
    const values = fields.filter(([name]) => name === input.name).map(([, value]) => value);
    if (/radio|checkbox/.test(input.type)) input.checked = values.includes(input.value);
    else input.value = values[0] ?? "";
  }
  say("restored", at);
}

/** Always as the same page: its key goes with it. @param {SubmitEvent} event */
async function send(event) {
  if (event.target !== form || plain) return;
  event.preventDefault();
  if (sending) return;
  sending = true;
  keep();
  const button = /** @type {HTMLButtonElement} */ (event.submitter);
  for (let tries = 0; ; tries++) {
    say(tries === 0 ? "sending" : "offline");
    const body = new URLSearchParams([...sent(), [button.name, button.value]]);
    const how = { headers: { accept: "text/uri-list" }, signal: AbortSignal.timeout(30_000) };
    const to = form?.getAttribute("action") ?? "";
    const answer = await fetch(to, { method: "POST", body, ...how }).catch(() => null);
    if (answer?.headers.get("content-type") === "text/uri-list") {
      store?.removeItem(place);
      store?.setItem(savedAt, `${Date.now()}`);
      return location.assign(await answer.text());
    }
    plain = answer !== null && answer.status < 500; // The browser's own way, to the page that says why.
    if (plain) return HTMLFormElement.prototype.requestSubmit.call(form, button);
    const seconds = Math.min(60, 2 ** tries);
    await new Promise((go) => [setTimeout(go, 1000 * seconds), addEventListener("online", go)]);
  }
}
