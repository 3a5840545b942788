import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { Workbench } from "../../../node-sync/src/workbench/workbench";
import { launchBrowser } from "../../google/dialog/support/browser";
import { pageFolder, startLab } from "../../support/workbench-lab";

/** What the browser's page of ours does: it asks the server who it is. */
const OURS = `
const secret = document.body.dataset.secret;
const ask = { method: "POST", headers: { "x-anpei-page": secret }, body: JSON.stringify({ call: "open", ask: { clerk: null, copy: null } }) };
fetch("call", ask).then((response) => response.json()).then((answer) => { document.body.append(answer.value.document); });
new EventSource("events").addEventListener("held", () => document.body.append("，已连上"));
`;

/** Until the page has been answered, and is told of changes. */
async function shown(page: Page): Promise<void> {
  await page.getByText("名册.xlsx").waitFor();
  await page.getByText("已连上").waitFor();
}

let browser: Browser;
let context: BrowserContext;
let workbench: Workbench;
/** Another program of this PC with a page of its own, and what the browser sends it. */
let other: Server;
const received: IncomingMessage[] = [];
let otherPage = "";
/** The address of our page, and what it was answered. */
let room = "";

beforeAll(async () => {
  ({ workbench } = await startLab({ pages: await pageFolder(OURS) }));
  other = createServer((request, response) => {
    received.push(request);
    response.writeHead(200, { "Content-Type": "text/html" }).end("<!DOCTYPE html><title>other</title>");
  });
  other.listen(0, "127.0.0.1");
  await new Promise((resolve) => other.on("listening", resolve));
  otherPage = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;
  browser = await launchBrowser();
  context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(workbench.newPage());
  await shown(page);
  room = page.url();
});
afterAll(async () => {
  await browser.close();
  await workbench.close();
  other.close();
});

test("a start opens the page in a real browser; address and history tell no key of it, and it is opened again by reloading", async () => {
  const [page] = context.pages();
  if (!page) throw new Error("no page");
  expect(room).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{43}\/$/);
  await page.reload();
  await shown(page);
  const { cookies, origins } = await context.storageState();
  expect([cookies, origins]).toMatchObject([[{ httpOnly: true, sameSite: "Strict", path: new URL(room).pathname }], []]);
});

test("a program on another port gets no cookie of ours, whatever page of it is open", async () => {
  const page = await context.newPage();
  await page.goto(otherPage);
  await page.goto(`${otherPage}start/x`);
  expect(received.length).toBeGreaterThanOrEqual(2);
  expect(received.map(({ headers }) => headers.cookie)).toEqual(received.map(() => undefined));
  await page.close();
});

test.each<[string, string]>([
  [
    "<img>",
    `new Promise((done) => { const image = new Image(); image.onload = image.onerror = (event) => done(event.type); image.src = ROOM; })`,
  ],
  [
    "<script>",
    `new Promise((done) => { const tag = document.createElement("script"); tag.onload = tag.onerror = (event) => done(event.type); tag.src = ROOM; document.body.append(tag); })`,
  ],
  ["fetch", `fetch(ROOM, { credentials: "include" }).then(() => "load", () => "error")`],
  [
    "fetch that may not read",
    `fetch(ROOM + "call", { method: "POST", mode: "no-cors", credentials: "include", body: "{}" }).then(({ type }) => type, () => "error")`,
  ],
  [
    "events",
    `new Promise((done) => { const events = new EventSource(ROOM + "events", { withCredentials: true }); events.onopen = events.onerror = (event) => { events.close(); done(event.type); }; })`,
  ],
])("a page on another port of 127.0.0.1 that knows the whole address gets nothing by %s", async (_, attack) => {
  const page = await context.newPage();
  await page.goto(otherPage);
  // What the browser itself hears, also where it tells the page nothing.
  const session = await context.newCDPSession(page);
  const status = new Promise<number>((heard) => {
    session.on("Network.responseReceivedExtraInfo", ({ statusCode }) => heard(statusCode));
  });
  await session.send("Network.enable");
  const came = await page.evaluate(attack.replaceAll("ROOM", JSON.stringify(room)));
  expect(came).toBe("error");
  // The cookie went along, as ports are all one to it: where the request came from is what it is turned away for.
  expect(await status).toBe(403);
  await page.close();
});

test("a form of another page changes nothing, and no frame shows ours", async () => {
  const page = await context.newPage();
  await page.goto(otherPage);
  const [answered] = await Promise.all([
    page.waitForResponse((response) => response.url() === `${room}call`),
    page.evaluate(`{
      const form = document.createElement("form");
      Object.assign(form, { action: ${JSON.stringify(`${room}call`)}, method: "post", enctype: "text/plain" });
      document.body.append(form);
      form.submit();
    }`),
  ]);
  expect(answered.status()).toBe(403);
  await page.getByText("只有工作台").waitFor();
  await page.goto(otherPage);
  await page.evaluate(`document.body.append(Object.assign(document.createElement("iframe"), { src: ${JSON.stringify(room)} }))`);
  await page.waitForTimeout(500);
  const frames = await Promise.all(
    page
      .frames()
      .slice(1)
      .map((frame) => frame.evaluate("document.body.textContent")),
  );
  expect(frames.join()).not.toContain("名册");
  await page.close();
});

test("by the name localhost it is another place", async () => {
  const page = await context.newPage();
  const response = await page.goto(room.replace("127.0.0.1", "localhost"));
  expect([response?.status(), await page.textContent("body")]).toEqual([421, expect.stringContaining("重新打开工作台")]);
  await page.close();
});
