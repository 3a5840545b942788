import { newBookWrites } from "../../../apps-script/domain/next-year/new-book";
import { createFile } from "../files/create-file";
import { isThere } from "../files/is-there";
import { freshKey } from "../fresh-key";
import { XlsxHost } from "../xlsx/xlsx-host";
import { newFile } from "./new-file";
import type { Books } from "./roll";

/** Two workbook files. */
export interface Way {
  readonly from: string;
  readonly to: string;
}

/** The new file is made out of the bytes of the old one. */
export function bookFiles({ from, to }: Way): Books {
  const old = new XlsxHost(from);
  return {
    old,
    marked: () => new XlsxHost(from),
    next: () => new XlsxHost(to),
    names: { from, to },
    isMade: () => isThere(to),
    make: async ({ grids, snapshot, carried }, { today, head, dryRun }) => {
      const key = freshKey();
      if (dryRun) return key.workbook;
      const writes = newBookWrites(grids, snapshot, carried, { today, key, document: "", head });
      await createFile(to, await newFile(old, writes, carried.year - 1));
      return key.workbook;
    },
  };
}
