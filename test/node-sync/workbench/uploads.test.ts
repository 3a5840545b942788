import { mkdtemp, readdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Uploads } from "../../../node-sync/src/workbench/uploads";
import { TestClock } from "../../support/test-clock";
import { ask } from "../../support/workbench-lab";

const HOUR = 60 * 60_000;

/** A folder of uploads, and how one comes into it. */
async function uploadsIn() {
  const folder = await mkdtemp(join(tmpdir(), "anpei-uploads-"));
  const clock = new TestClock();
  const uploads = new Uploads(folder, clock);
  const send = async (): Promise<string> => {
    const server = createServer((request, response) => {
      void uploads.take(request).then(({ id }) => response.end(id));
    }).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const address = server.address();
    const port = typeof address === "object" ? (address?.port ?? 0) : 0;
    const { body } = await ask({ port, method: "POST", path: "/", headers: { "X-Anpei-Name": "a.csv" }, body: "x" });
    server.close();
    return body;
  };
  const left = async (): Promise<number> => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    return (await readdir(folder)).length;
  };
  return { uploads, clock, send, left };
}

test("a file that nobody reads is gone after two hours, and the disk has its room again", async () => {
  const { uploads, clock, send, left } = await uploadsIn();
  const id = await send();
  clock.pass(2 * HOUR - 1);
  expect(await left()).toBe(1);
  clock.pass(1);
  expect(await left()).toBe(0);
  await expect(uploads.using([id], async () => undefined)).rejects.toMatchObject({ code: "upload-gone" });
});

test("one that is read waits anew from then on, and is there for as long as somebody reads it", async () => {
  const { uploads, clock, send, left } = await uploadsIn();
  const id = await send();
  clock.pass(2 * HOUR - 1);
  await uploads.using([id], async ([path = ""]) => {
    clock.pass(5 * HOUR);
    expect(await readFile(path, "utf8")).toBe("x");
  });
  clock.pass(2 * HOUR - 1);
  expect(await left()).toBe(1);
  clock.pass(1);
  expect(await left()).toBe(0);
});

/** Somebody who reads a file until told to stop. */
function reading(uploads: Uploads, id: string) {
  let stop: () => void = () => undefined;
  const until = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const done = uploads.using([id], async ([path = ""]) => {
    await until;
    return readFile(path, "utf8");
  });
  return { stop: () => stop(), done };
}

test("of two that read it the first to be done leaves it to the other, and it waits once from when both are", async () => {
  const { uploads, clock, send, left } = await uploadsIn();
  const id = await send();
  const [first, second] = [reading(uploads, id), reading(uploads, id)];
  first.stop();
  await first.done;
  clock.pass(5 * HOUR);
  second.stop();
  expect(await second.done).toBe("x");
  clock.pass(HOUR);
  await uploads.using([id], async () => undefined);
  clock.pass(2 * HOUR - 1);
  expect(await left()).toBe(1);
  clock.pass(1);
  expect(await left()).toBe(0);
});

test("one that is dropped while it is read is read to its end, and asked for by nobody else", async () => {
  const { uploads, send, left } = await uploadsIn();
  const id = await send();
  const { stop, done } = reading(uploads, id);
  await uploads.drop([id]);
  await expect(uploads.using([id], async () => undefined)).rejects.toMatchObject({ code: "upload-gone" });
  stop();
  expect(await done).toBe("x");
  expect(await left()).toBe(0);
});
