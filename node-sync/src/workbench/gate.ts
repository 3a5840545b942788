import type { IncomingHttpHeaders } from "node:http";
import { isSameKey, type Keys } from "./keys";
import { TurnedAway } from "./turned-away";

/**
 * The one gate of the local server: what is not let in here reaches nothing. Whoever can run programs as this user can read the
 * workbook anyway; the gate keeps out the pages of other sites that the browser has open, and other users of the PC.
 *
 * - `Host` is our address to the letter: a name that an attacker lets point to 127.0.0.1 (DNS rebinding) is another one.
 * - `Sec-Fetch-Site` is `same-origin` or `none` (typed, or opened by the system), which no page can forge. A page on another port
 *   of 127.0.0.1 is `same-site`: it has our cookies, and its `<img>` sends no `Origin`
 *   (https://developer.mozilla.org/docs/Web/HTTP/Headers/Sec-Fetch-Site). Browsers that do not send it are too old.
 * - All but the start needs the cookie; what changes something is a POST of our own pages, with the key they hold in memory.
 */
export type Entrance =
  /** A page is opened with a key that opens one. */
  | { readonly to: "start"; readonly key: string }
  /** The command was started again, and asks for another page. */
  | { readonly to: "again"; readonly key: string | undefined }
  /** `path` is what follows the room, without a slash before it; `""` is the page. */
  | { readonly to: "look"; readonly path: string }
  | { readonly to: "act"; readonly path: string };

/** A request as far as the gate looks at it. */
interface Asked {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

export interface House {
  readonly port: number;
  readonly keys: Keys;
}

export const KEY_HEADER = "x-anpei-page";

/** @throws {TurnedAway} */
export function entrance(asked: Asked, house: House): Entrance {
  const { method, headers } = asked;
  if (headers.host !== `127.0.0.1:${house.port}`) throw new TurnedAway("bad-host");
  if (method !== "GET" && method !== "POST") throw new TurnedAway("no-method");
  const path = pathOf(asked.url);
  if (path === "again") return againBy(asked);
  refuseOtherOrigins(asked, house);
  if (method === "GET" && path.startsWith("start/")) return { to: "start", key: path.slice("start/".length) };
  if (!isSameKey(cookieIn(headers.cookie, house.port), house.keys.cookie)) throw new TurnedAway("no-cookie");
  const room = `${house.keys.room}/`;
  if (!path.startsWith(room)) throw new TurnedAway("nothing-there");
  if (method === "POST" && !isSameKey(textOf(headers[KEY_HEADER]), house.keys.call)) throw new TurnedAway("no-key");
  const inside = path.slice(room.length);
  return method === "GET" ? { to: "look", path: inside } : { to: "act", path: inside };
}

function refuseOtherOrigins({ method, headers }: Asked, { port }: House): void {
  const site = textOf(headers["sec-fetch-site"]);
  if (site === undefined) throw new TurnedAway("old-browser");
  const isOurs = site === "same-origin" || (site === "none" && method === "GET");
  const isFromUs = headers.origin === undefined ? method === "GET" : headers.origin === `http://127.0.0.1:${port}`;
  if (!isOurs || !isFromUs) throw new TurnedAway("other-origin");
}

/** The command itself is no browser: a browser says of each request where it comes from. */
function againBy({ method, headers }: Asked): Entrance {
  const isBrowser = headers.origin !== undefined || headers["sec-fetch-site"] !== undefined;
  if (method !== "POST" || isBrowser) throw new TurnedAway("other-origin");
  return { to: "again", key: textOf(headers[KEY_HEADER]) };
}

/** Two workbenches share the browser's cookies, which know no ports: the name does. */
function cookieName(port: number): string {
  return `anpei-${port}`;
}

export function cookieText({ port, keys }: House): string {
  return `${cookieName(port)}=${keys.cookie}; Path=/${keys.room}/; HttpOnly; SameSite=Strict`;
}

function cookieIn(header: string | undefined, port: number): string | undefined {
  const start = `${cookieName(port)}=`;
  const found = (header ?? "").split(";").map((part) => part.trim());
  return found.find((part) => part.startsWith(start))?.slice(start.length);
}

/** Without the slash before it. What follows `?` means nothing: nothing is ever asked by an address. */
function pathOf(url: string | undefined): string {
  if (url === undefined || !url.startsWith("/")) throw new TurnedAway("nothing-there");
  return url.slice(1).split("?")[0] ?? "";
}

function textOf(header: string | readonly string[] | undefined): string | undefined {
  return typeof header === "string" ? header : undefined;
}
