import { tableTitled } from "../../../apps-script/domain/schema/index";
import type { TabContent } from "../copy/tab-content";
import { type Stop, tryStep } from "../half-way";
import { exclusively } from "../perform";
import { notEmptySheet, tabUnderWay } from "../wording/google";
import { GoogleRefused } from "./failure";
import { dressedTab, freshSheetId } from "./new-tabs";
import type { OpenSheet } from "./open-sheet";
import { parted } from "./payload";
import type { Request, SheetsClient } from "./sheets-client";
import { contentRequests } from "./tab-cells";

type Titles = ReadonlyMap<number, string>;

/** The tabs of a Sheet that has none of ours; what a build that was cut off left behind does not count. */
export async function refuseOurTabs(client: SheetsClient): Promise<Titles> {
  const titles = await titlesIn(client);
  const ours = [...titles.values()].filter((title) => tableTitled(title));
  if (ours.length > 0) throw new GoogleRefused("exists", notEmptySheet(ours));
  return titles;
}

/**
 * Makes tabs in a Sheet that has none of ours: all of them or none, also when there is too much for one request. They get
 * their titles last, so that whoever finds one finds it whole; nothing else in the Sheet is touched.
 *
 * @returns why it is not done, when a part of it is there under other titles; the next build removes that
 */
export async function buildTabs({ host, client, lease }: OpenSheet, contents: readonly TabContent[]): Promise<Stop | null> {
  return exclusively(host, async () => {
    const there = await refuseOurTabs(client);
    const left = [...there].filter(([, title]) => contents.some(({ table }) => title === tabUnderWay(table.title)));
    const tabs = contents.map((content) => ({ content, sheetId: freshSheetId(), title: content.table.title }));
    const requests: Request[] = [
      ...left.map(([sheetId]) => ({ deleteSheet: { sheetId } })),
      ...tabs.flatMap(({ content, sheetId, title }) => dressedTab(sheetId, tabUnderWay(title), content)),
      ...tabs.flatMap(({ content, sheetId }) => contentRequests(sheetId, content)),
    ];
    const names = tabs.map(({ sheetId, title }) => ({
      updateSheetProperties: { properties: { sheetId, title }, fields: "title" },
    }));
    const parts = parted(requests);
    parts[parts.length - 1]?.push(...names);
    const [first = [], ...others] = parts;
    await lease.write(first);
    return tryStep("tabs", async () => {
      for (const part of others) await lease.write(part);
    });
  });
}

async function titlesIn(client: SheetsClient): Promise<Titles> {
  const { sheets = [] } = await client.get("sheets(properties(sheetId,title))");
  return new Map(sheets.map(({ properties }) => [properties?.sheetId ?? 0, properties?.title ?? ""]));
}
