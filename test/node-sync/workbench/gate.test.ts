import { readFile } from "node:fs/promises";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { Workbench } from "../../../node-sync/src/workbench/workbench";
import { type Answered, type Asking, ask, LabPage, SAME, SCRIPT, startLab, TYPED } from "../../support/workbench-lab";

const patience = { headMs: 400, requestMs: 900, checkMs: 100 };
const OPEN = JSON.stringify({ call: "open", ask: { clerk: null, copy: null } });

let workbench: Workbench;
let book: string;
let before: Buffer;
let page: LabPage;

beforeAll(async () => {
  ({ workbench, book } = await startLab({ patience }));
  before = await readFile(book);
  page = await LabPage.open(workbench.newPage());
});
afterAll(() => workbench.close());

const look = (headers: Record<string, string>, path = page.room): Asking => ({ port: page.port, path, headers });
const act = (headers: Record<string, string | undefined>, path = `${page.room}call`): Asking => {
  const all = { ...page.headers, ...headers };
  const kept = Object.fromEntries(Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  return { port: page.port, method: "POST", path, headers: kept, body: OPEN };
};
const typed = { ...TYPED, Cookie: "" };
const withCookie = () => ({ ...SAME, Cookie: page.cookie });

/** Nothing of the workbook, and nothing that opens a way to it. */
function expectClosed({ headers, body }: Answered): void {
  expect(headers["set-cookie"]).toBeUndefined();
  expect(headers["access-control-allow-origin"]).toBeUndefined();
  for (const secret of [page.key, page.room.slice(1, -1), "名册"]) expect(body).not.toContain(secret);
}

test("a page of our own is let in", async () => {
  expect((await ask(look({ ...TYPED, Cookie: page.cookie }))).status).toBe(200);
  const { status, body } = await ask(act({}));
  expect([status, JSON.parse(body)]).toMatchObject([200, { ok: true, value: { document: "名册.xlsx", clerk: "前台" } }]);
});

describe("looking", () => {
  test.each<[string, () => Asking, number]>([
    ["a foreign name for this PC (DNS rebinding)", () => look({ ...withCookie(), Host: `evil.example:${page.port}` }), 421],
    ["localhost, which is another origin", () => look({ ...withCookie(), Host: `localhost:${page.port}` }), 421],
    ["another port in Host", () => look({ ...withCookie(), Host: "127.0.0.1:1" }), 421],
    ["another site", () => look({ ...withCookie(), "Sec-Fetch-Site": "cross-site" }), 403],
    ["<img> on another port of 127.0.0.1, with our cookie", () => look({ ...withCookie(), "Sec-Fetch-Site": "same-site" }), 403],
    ["another origin that says it is ours", () => look({ ...withCookie(), Origin: "http://127.0.0.1:1" }), 403],
    ["no origin at all, as from a file", () => look({ ...withCookie(), Origin: "null" }), 403],
    ["a browser that is too old to say", () => look({ Cookie: page.cookie }), 403],
    ["no cookie", () => look(typed), 401],
    ["the cookie of another server", () => look({ ...SAME, Cookie: page.cookie.replace(/-\d+=/, "-1=") }), 401],
    ["a guessed cookie", () => look({ ...SAME, Cookie: `${page.cookie.split("=")[0]}=${"A".repeat(43)}` }), 401],
    ["a guessed start", () => look(TYPED, `/start/${"A".repeat(43)}`), 401],
    ["an empty start", () => look(TYPED, "/start/"), 401],
    ["another room", () => look(withCookie(), `/${"A".repeat(43)}/`), 404],
    ["a path out of the page's folder", () => look(withCookie(), `${page.room}../../package.json`), 404],
    ["the same in percent-encoding", () => look(withCookie(), `${page.room}..%2f..%2fpackage.json`), 404],
    ["the workbook itself", () => look(withCookie(), `${page.room}名册.xlsx`.replace(/[^\x20-\x7e]+/g, encodeURIComponent)), 404],
    ["a guessed download", () => look(withCookie(), `${page.room}file/${"A".repeat(43)}`), 404],
    ["a call by GET", () => look(withCookie(), `${page.room}call`), 404],
    ["the whole address as path", () => look(withCookie(), `http://127.0.0.1:${page.port}${page.room}`), 404],
  ])("%s is turned away", async (_, asking, status) => {
    const answered = await ask(asking());
    expect(answered.status).toBe(status);
    expectClosed(answered);
  });
});

describe("acting", () => {
  test.each<[string, () => Asking, number]>([
    ["no key", () => act({ "X-Anpei-Page": undefined }), 403],
    ["a guessed key", () => act({ "X-Anpei-Page": "A".repeat(43) }), 403],
    ["the cookie as key", () => act({ "X-Anpei-Page": page.cookie.split("=")[1] }), 403],
    ["no cookie", () => act({ Cookie: undefined }), 401],
    ["no origin", () => act({ Origin: undefined }), 403],
    ["another origin", () => act({ Origin: "https://evil.example" }), 403],
    ["another port of 127.0.0.1", () => act({ Origin: "http://127.0.0.1:1", "Sec-Fetch-Site": "same-site" }), 403],
    ["typed", () => act({ "Sec-Fetch-Site": "none" }), 403],
    ["a foreign Host", () => act({ Host: `evil.example:${page.port}` }), 421],
    ["a call that is none", () => act({}, `${page.room}erase`), 404],
    ["another method", () => ({ ...act({}), method: "PUT" }), 405],
    ["what browsers ask before another origin's request", () => ({ ...act({}), method: "OPTIONS", body: "" }), 405],
    ["a second start, by a browser", () => act({}, "/again"), 403],
    ["a second start with a guessed key", () => ({ ...act({}, "/again"), headers: { "X-Anpei-Page": "A".repeat(43) } }), 403],
  ])("%s is turned away", async (_, asking, status) => {
    const answered = await ask(asking());
    expect(answered.status).toBe(status);
    expectClosed(answered);
  });
});

test("an address opens a page once", async () => {
  const url = workbench.newPage();
  expect((await ask(look(TYPED, new URL(url).pathname))).status).toBe(303);
  const again = await ask(look(TYPED, new URL(url).pathname));
  expect([again.status, again.headers["set-cookie"]]).toEqual([401, undefined]);
});

test("the cookie goes to this server's pages alone, and to no script", async () => {
  const { headers } = await ask(look(TYPED, new URL(workbench.newPage()).pathname));
  const [cookie = ""] = headers["set-cookie"] ?? [];
  expect(cookie).toMatch(new RegExp(`^anpei-${page.port}=[\\w-]{43}; Path=${page.room}; HttpOnly; SameSite=Strict$`));
});

test("every answer keeps out scripts, frames and readers of others; files with hashed names stay in the browser", async () => {
  for (const { headers } of [await page.get(""), await page.get(SCRIPT), await ask(act({})), await ask(look(typed))]) {
    const policy = headers["content-security-policy"] ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "referrer-policy": "no-referrer" });
  }
  expect((await page.get("")).headers["cache-control"]).toBe("no-store");
  expect((await page.get(SCRIPT)).headers["cache-control"]).toContain("immutable");
});

test("a browser that is too old gets a page without data that says which one to use", async () => {
  const { body, headers } = await ask(look({}, new URL(workbench.newPage()).pathname));
  expect([headers["content-type"], body]).toEqual(["text/html; charset=utf-8", expect.stringContaining("Edge")]);
});

describe("large and slow requests", () => {
  test("10 MB of JSON is read, 21 MB are answered 413 before the connection is cut", async () => {
    const long = (megabytes: number) => JSON.stringify({ call: "commit", ask: { decision: "x".repeat(megabytes * 1_000_000) } });
    expect((await page.post("call", long(10))).status).toBe(200);
    const large = await page.post("call", long(21));
    expect([large.status, JSON.parse(large.body)]).toMatchObject([413, { ok: false, code: "too-large" }]);
  });

  test("the same without saying how long it is", async () => {
    const { status } = await page.post("call", "x".repeat(21_000_000), { "Transfer-Encoding": "chunked" });
    expect(status).toBe(413);
  });

  test("10 MB from somebody who is not let in are not read at all", async () => {
    const { status } = await ask({ ...act({ "X-Anpei-Page": undefined }), body: "x".repeat(10_000_000) });
    expect(status).toBe(403);
  });

  test("JSON that is none, or a hundred thousand brackets deep, is answered", async () => {
    for (const body of ["{", "[".repeat(100_000), '"', "null", "[]", '{"call":"__proto__"}'])
      expect(JSON.parse((await page.post("call", body)).body)).toMatchObject({ ok: false });
  });

  test("a head of 20 KB is refused", async () => {
    expect((await page.post("call", OPEN, { "X-More": "x".repeat(20_000) })).status).toBe(431);
  });

  test("a client that says its head or its body letter by letter is cut off, and others are served meanwhile", async () => {
    const head = `POST ${page.room}call HTTP/1.1\r\nHost: 127.0.0.1:${page.port}\r\n`;
    const rest = Object.entries(page.headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const heads = [head, `${head}${rest.join("")}Content-Length: 5000\r\n\r\n{`];
    const slow = heads.map((text) => slowly(text, page.port));
    expect((await page.get("")).status).toBe(200);
    for (const ended of await Promise.all(slow)) expect(ended).toMatch(/^HTTP\/1\.1 408|^$/);
  });

  test("1,000 connections that say nothing keep nobody out for long", async () => {
    const sockets = Array.from({ length: 1_000 }, () => connect(page.port, "127.0.0.1").on("error", () => undefined));
    let answered: Answered | null = null;
    for (const until = Date.now() + 10_000; answered === null && Date.now() < until; await pause(200))
      answered = await page.get("").catch(() => null);
    expect(answered?.status).toBe(200);
    for (const socket of sockets) socket.destroy();
  });
});

test("after all that the workbook is what it was", async () => {
  expect((await readFile(book)).equals(before)).toBe(true);
});

/** Sends a beginning, then a letter now and then; gives back what comes before the end. */
function slowly(beginning: string, port: number): Promise<string> {
  return new Promise((resolve) => {
    let came = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(beginning));
    const drip = setInterval(() => socket.write("x"), 50);
    socket.on("data", (piece) => {
      came += piece.toString();
    });
    socket
      .on("error", () => undefined)
      .on("close", () => {
        clearInterval(drip);
        resolve(came);
      });
  });
}
