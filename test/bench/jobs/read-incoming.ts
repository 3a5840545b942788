import { pathToFileURL } from "node:url";
import { readersFor } from "../../../node-sync/src/exchange/readers";
import { filesOf } from "./files";
import { argument, report } from "./report";

/** Returned files read as `import` reads them, and nothing else: `folder reader-thread twice|once`. */
void report(async () => {
  const paths = await filesOf(argument(0));
  const readers = readersFor(paths.length, pathToFileURL(argument(1)));
  const isTwice = argument(2) === "twice";
  const queue = [...paths];
  let rows = 0;
  const work = async (): Promise<void> => {
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      const { incoming } = await readers.read({ path, isNamed: true }, isTwice);
      for (const list of incoming?.lists ?? []) rows += list.rows.length;
    }
  };
  await Promise.all(Array.from({ length: readers.atOnce }, work));
  await readers.close();
  return { rows };
});
