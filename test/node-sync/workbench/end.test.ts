import { once } from "node:events";
import { createServer, IncomingMessage, request, ServerResponse } from "node:http";
import { type AddressInfo, connect, Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { Closing } from "../../../node-sync/src/workbench/closing";
import { Events } from "../../../node-sync/src/workbench/events";
import type { RunCommand } from "../../../node-sync/src/workbench/jobs";
import { KeptClerk } from "../../../node-sync/src/workbench/kept-clerk";
import { Underway } from "../../../node-sync/src/workbench/underway";
import { ask, LabPage, startLab } from "../../support/workbench-lab";

/** A workbench with a command that goes on until it is told to end. */
async function busyLab() {
  let finish: () => void = () => undefined;
  let begun: () => void = () => undefined;
  const hasBegun = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const lab = await startLab({
    command: (terms) => (): ReturnType<RunCommand> => {
      terms.onPhase("write");
      begun();
      return new Promise((resolve) => {
        finish = () => {
          terms.onPhase("done");
          resolve({ json: { run: "R00001" }, needsPerson: false });
        };
      });
    },
  });
  const page = await LabPage.open(lab.workbench.newPage());
  return { ...lab, page, hasBegun, finish: () => finish() };
}

test("what is being done when the server ends is done, and its answer comes", async () => {
  const { workbench, page, hasBegun, finish } = await busyLab();
  const listening = await page.listen();
  const answer = page.act("job", { job: "export", files: [], options: {} });
  await hasBegun;
  const closed = workbench.close();
  await pause(100);
  finish();
  expect(await answer).toMatchObject({ json: { run: "R00001" } });
  await closed;
  listening.close();
});

test("what comes after the end began is told so, over a connection that was open before", async () => {
  const { workbench, page, hasBegun, finish } = await busyLab();
  const answer = page.act("job", { job: "export", files: [], options: {} });
  await hasBegun;
  const open = connect(page.port, "127.0.0.1");
  await new Promise((resolve) => open.once("connect", resolve));
  await pause(50);
  const closed = workbench.close();
  let said = "";
  open.on("data", (piece) => {
    said += piece.toString();
  });
  const lines = Object.entries(page.headers).map(([name, value]) => `${name}: ${value}\r\n`);
  open.write(`GET ${page.room} HTTP/1.1\r\nHost: 127.0.0.1:${page.port}\r\n${lines.join("")}\r\n`);
  while (!said.includes("工作台正在关闭")) await pause(20);
  expect(said).toContain("HTTP/1.1 503");
  open.destroy();
  finish();
  await answer;
  await closed;
});

test("a file that is still coming is turned away, and keeps the server from ending for a moment only", async () => {
  const { workbench, page } = await busyLab();
  const { port, room, headers } = page;
  const more = { ...headers, "X-Anpei-Name": "a.csv", "Content-Length": "5000" };
  const sent = request({ host: "127.0.0.1", port, method: "POST", path: `${room}upload`, headers: more, agent: false });
  const status = new Promise((resolve) => sent.on("response", ({ statusCode }) => resolve(statusCode)));
  sent.on("error", () => undefined);
  sent.write("姓名");
  await pause(100);
  await Promise.all([workbench.close(), expect(status).resolves.toBe(503)]);
  await expect(ask({ port, path: room })).rejects.toThrow("ECONNREFUSED");
});

test("what is told that the server closes is not done, also when the rest of it comes while that is told", async () => {
  const { workbench, page } = await busyLab();
  const { port, room, headers } = page;
  const body = JSON.stringify({ call: "open", ask: { clerk: "后来的人", copy: null } });
  const more = { ...headers, "Content-Length": String(Buffer.byteLength(body)) };
  const sent = request({ host: "127.0.0.1", port, method: "POST", path: `${room}call`, headers: more, agent: false });
  const status = new Promise((resolve) => sent.on("response", ({ statusCode }) => resolve(statusCode)));
  sent.write(body.slice(0, 10));
  await pause(100);
  const closed = workbench.close();
  expect(await status).toBe(503);
  sent.end(body.slice(10));
  await closed;
  expect((await KeptClerk.of(undefined)).now).toBeNull();
});

test("an answer that fails keeps the end from waiting for none of the others", async () => {
  const underway = new Underway();
  const [failing, coming] = [0, 1].map(() => new ServerResponse(new IncomingMessage(new Socket())));
  for (const response of [failing, coming]) if (response) underway.begin(response);
  let hasEnded = false;
  const ended = underway.end().then(() => {
    hasEnded = true;
  });
  await pause(10);
  failing?.emit("error", new Error("reset"));
  await pause(10);
  expect(hasEnded).toBe(false);
  coming?.emit("close");
  await ended;
});

test("a step of the end that fails keeps none of the others from being done", async () => {
  const done: string[] = [];
  const closing = new Closing();
  closing.atEnd(() => void done.push("note"));
  closing.atEnd(() => Promise.reject(new Error("the disk is gone")));
  closing.atEnd(() => {
    throw new Error("so is the network");
  });
  closing.atEnd(async () => void done.push("server"));
  await closing.begin();
  await closing.ended;
  expect(done).toEqual(["server", "note"]);
});

test("a page whose events have ended is told nothing more, which would end the server", async () => {
  const events = new Events();
  const errors: string[] = [];
  const server = createServer((_, response) => {
    response.on("error", (error) => errors.push(error.message));
    events.listen(response, () => () => undefined);
    events.close();
    events.tell({ event: "changed" });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const { body } = await ask({ port, path: "/" });
  expect([errors, body.includes("changed")]).toEqual([[], false]);
  server.close();
});
