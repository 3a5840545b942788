import type { CellWrite } from "../../../apps-script/domain/changes/write-plan";

export function byTab(writes: readonly CellWrite[]): Map<string, CellWrite[]> {
  const tabs = new Map<string, CellWrite[]>();
  for (const write of writes) {
    const some = tabs.get(write.sheet);
    if (some) some.push(write);
    else tabs.set(write.sheet, [write]);
  }
  return tabs;
}
