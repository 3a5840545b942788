// Runs the built command line again and again in one process, as starting one takes longer than most commands do. Takes calls
// as lines of JSON and answers each with a line.

import { readdirSync } from "node:fs";
import { createInterface } from "node:readline";

const dist = new URL("../../node-sync/dist/", import.meta.url);
const [program] = readdirSync(dist).filter((name) => /^program-.*\.mjs$/.test(name));
const { main } = await import(new URL(program, dist).href);
const first = { ...process.env };
const answer = process.stdout.write.bind(process.stdout);

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

for await (const line of createInterface({ input: process.stdin })) {
  const { args, environment, without } = JSON.parse(line);
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, first, environment);
  for (const name of without) delete process.env[name];
  const [out, err] = [caught(process.stdout), caught(process.stderr)];
  await main(args);
  process.stdout.removeAllListeners("error");
  answer(`${JSON.stringify({ exit: process.exitCode, out: out(), err: err() })}\n`);
}
process.exitCode = 0;
