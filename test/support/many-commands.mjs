// Runs the built command line again and again in one process, as starting one takes longer than most commands do. Takes calls
// as lines of JSON and answers each with a line.

import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

const first = { ...process.env };
const answer = process.stdout.write.bind(process.stdout);

/** How a call is made: here, or by the program of a package as it is shipped, which is one file and shares nothing. */
async function caller() {
  const { ANPEI_PACKAGE: folder } = first;
  if (folder) {
    const shipped = join(folder, "program", "anpei.mjs");
    const options = { encoding: "utf8", maxBuffer: 1e9 };
    return (args) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [shipped, ...args], { ...options, env: process.env });
      return { exit: status, out: stdout, err: stderr };
    };
  }
  const dist = new URL("../../node-sync/dist/", import.meta.url);
  const [program] = readdirSync(dist).filter((name) => /^program-.*\.mjs$/.test(name));
  const { main } = await import(new URL(program, dist).href);
  return async (args) => {
    const [out, err] = [caught(process.stdout), caught(process.stderr)];
    await main(args);
    process.stdout.removeAllListeners("error");
    return { exit: process.exitCode, out: out(), err: err() };
  };
}

/** What a stream is told, in place of the stream. */
function caught(stream) {
  let text = "";
  stream.write = (chunk, ...more) => {
    text += chunk;
    const told = more.at(-1);
    if (typeof told === "function") told();
    return true;
  };
  return () => text;
}

const call = await caller();
for await (const line of createInterface({ input: process.stdin })) {
  const { args, environment, without } = JSON.parse(line);
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, first, environment);
  for (const name of without) delete process.env[name];
  answer(`${JSON.stringify(await call(args))}\n`);
}
process.exitCode = 0;
