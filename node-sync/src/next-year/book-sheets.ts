import { carriedOver } from "../../../apps-script/domain/next-year/carried-over";
import { finishTurn } from "../../../apps-script/domain/next-year/finish-turn";
import { bookTurn } from "../../../apps-script/domain/next-year/new-book";
import { sentTurn } from "../../../apps-script/domain/next-year/sent-turn";
import { turnCopy } from "../../../apps-script/domain/next-year/turn-copy";
import { isUnsettledCopy } from "../../../apps-script/domain/operations/keying";
import { contextOf } from "../../../apps-script/domain/rules/context";
import { PRESENT_TABLES } from "../../../apps-script/domain/schema/index";
import { SETTING_SPECS } from "../../../apps-script/domain/schema/settings";
import { rowWith } from "../../../apps-script/domain/snapshot/by-key";
import { marksOf } from "../../../apps-script/domain/snapshot/marks";
import { type Snapshot, snapshotOf } from "../../../apps-script/domain/snapshot/snapshot";
import { freshKey } from "../fresh-key";
import type { SheetsApiHost } from "../google/sheets-api-host";
import { exclusively, walked } from "../perform";
import { refusal } from "../refusal";
import * as say from "../wording/next-year";
import type { OldBook } from "./old-book";
import type { Books } from "./roll";

/** Decided and carried out by this very program. */
const BUILD = "";

/** Two Google Sheets: the new one is a copy of the old that staff made by Google's menu, and of which nothing was said. */
export function bookSheets(old: SheetsApiHost, next: SheetsApiHost): Books {
  return {
    old,
    marked: () => old,
    next: () => next,
    names: { from: old.document, to: next.document },
    isMade: async ({ carried }, dryRun) => {
      if (!dryRun) await exclusively(next, () => walked(finishTurn(next)));
      const grids = await next.read(["settings", "seals"]);
      if (isUnsettledCopy(grids, next.document)) return false;
      const { settings } = snapshotOf(grids, ["settings"]);
      const isSameNumber = rowWith(settings, SETTING_SPECS.workbook.item)?.value === carried.from[0];
      if (isSameNumber) throw refusal("not-a-copy", say.copyWithoutSeal);
      return true;
    },
    make: async (book, { today, head, dryRun }) => {
      const grids = await next.read();
      const copy = snapshotOf(grids);
      if (!isSame(book, copy)) throw refusal("changed", say.copyIsOther);
      const carried = carriedOver(copy, contextOf(copy, today));
      const key = freshKey();
      if (dryRun) return key.workbook;
      const text = sentTurn(bookTurn(grids, copy, carried, today), copy, today, BUILD);
      const end = await walked(turnCopy(next, text, { today, head, build: BUILD, fresh: () => key }));
      if (end === "changed") throw refusal("changed", say.copyIsOther);
      return key.workbook;
    },
  };
}

/** What changed in either since the copy was made would be in one of them alone. */
function isSame({ snapshot }: OldBook, copy: Snapshot): boolean {
  const [ours, theirs] = [snapshot, copy].map((one) => marksOf(one, PRESENT_TABLES));
  return PRESENT_TABLES.every((name) => ours?.[name] === theirs?.[name]);
}
