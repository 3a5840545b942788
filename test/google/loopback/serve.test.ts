import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { root } from "../bundle/support/built";
import { Client } from "./support/client";

/** `npm run loopback-google`, until a line of what it says is there or it ends. */
function started(...args: readonly string[]) {
  const child = spawn(join(root, "node_modules/.bin/tsx"), [join(__dirname, "serve.ts"), ...args]);
  let said = "";
  const wake: (() => void)[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      for (const next of wake.splice(0)) next();
    });
  }
  const ended = once(child, "close").then(([status]) => {
    for (const next of wake.splice(0)) next();
    return status as number | null;
  });
  const until = async (text: string): Promise<string> => {
    while (!said.includes(text) && child.exitCode === null) await new Promise<void>((next) => wake.push(next));
    return said;
  };
  return { child, ended, until };
}

test("what it prints is enough for a program, and Ctrl-C ends it", async () => {
  const { child, ended, until } = started();
  const said = await until("Ctrl-C stops it.");
  const environment = Object.fromEntries(
    [...said.matchAll(/^export (\w+)='([^']*)'$/gm)].map(([, name = "", value = ""]) => [name, value]),
  );
  const spreadsheetId = /^Spreadsheet: +(\S+)$/m.exec(said)?.[1];
  const client = new Client(environment);
  const params = { spreadsheetId, fields: "spreadsheetId,properties.title" };
  expect((await client.ask({ api: "sheets", method: "spreadsheets.get", params })).data).toEqual({
    spreadsheetId,
    properties: { title: "台账" },
  });
  await client.close();
  child.kill("SIGINT");
  expect([await ended, existsSync(environment.NODE_EXTRA_CA_CERTS ?? "")]).toEqual([0, false]);
});

test("a port that is none, and one that is taken", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const taken = String(typeof address === "object" ? address?.port : address);
  const [none, other] = [started("many"), started(taken)];
  expect([await none.ended, await other.ended]).toEqual([1, 1]);
  expect([await none.until("\n"), await other.until("\n")]).toEqual([
    "many is no port.\n",
    expect.stringContaining("EADDRINUSE"),
  ]);
  server.close();
});
