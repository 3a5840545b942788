import { UNIT_COLUMNS, unitColumnTitled } from "../../schema/unit-columns";
import { listed } from "../../snapshot/listed";
import type { Snapshot } from "../../snapshot/snapshot";
import { textOf } from "../../snapshot/value";
import { groupItem } from "../../wording/exchange";

/**
 * The column groups of 设置: an optional item `同组列`, such as `证书编号+证件有效期`. When both sides change something in one
 * group of a row, every change in it is a conflict.
 */
export function groupsOf(snapshot: Snapshot): number[][] {
  const written = textOf(snapshot.settings.find(({ item }) => item === groupItem)?.value);
  return listed(written)
    .map((group) =>
      group.split(/[+＋]/u).flatMap((title) => {
        const column = unitColumnTitled(title.trim());
        return column === null ? [] : [UNIT_COLUMNS.indexOf(column)];
      }),
    )
    .filter((group) => group.length > 1);
}
