/** After a page was saved: where to. A fresh page, so that reloading does not send it twice. */
import { seeOther } from "../page.ts";

/** The script asks for the address alone, and only a page that was saved gives it one: then it forgets its draft. */
export function saved(request: Request, address: string): Response {
  if (request.headers.get("accept") !== "text/uri-list") return seeOther(address);
  return new Response(address, { headers: { "content-type": "text/uri-list" } });
}
