import { pathToFileURL } from "node:url";
import type { IncomingFile } from "../../../apps-script/domain/merge/returned";
import { readerLimits } from "../../../node-sync/src/readers/limits";
import { ReaderPool } from "../../../node-sync/src/readers/pool";
import { filesOf } from "./files";
import { argument, report } from "./report";

/** Returned files read as `import` reads them, and nothing else: `folder reader-process twice|once`. */
void report(async () => {
  const paths = await filesOf(argument(0));
  const pool = new ReaderPool(pathToFileURL(argument(1)), readerLimits);
  const isTwice = argument(2) === "twice";
  const queue = [...paths];
  let rows = 0;
  const work = async (): Promise<void> => {
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      const outcome = await pool.ask({ task: "incoming", given: [{ path, isNamed: true }, isTwice], label: path });
      if (!("value" in outcome)) throw new Error(`not read: ${JSON.stringify(outcome)}`);
      for (const list of (outcome.value as IncomingFile).lists ?? []) rows += list.rows.length;
    }
  };
  await Promise.all(Array.from({ length: 2 * readerLimits.processes }, work));
  pool.rest();
  return { rows };
});
