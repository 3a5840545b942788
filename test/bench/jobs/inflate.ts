import { readFile } from "node:fs/promises";
import { inflateRawSync } from "node:zlib";
import { readEntries } from "../../../node-sync/src/xlsx/patch/zip-read";
import { filesOf } from "./files";
import { argument, report } from "./report";

const NEEDED = /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/;

/** The least that any reader must do: inflates the parts with values, and nothing else. */
void report(async () => {
  let bytes = 0;
  for (const path of await filesOf(argument(0))) {
    for (const entry of readEntries(await readFile(path))) {
      if (NEEDED.test(entry.name) && entry.method === 8) bytes += inflateRawSync(entry.compressed).length;
    }
  }
  return { bytes };
});
