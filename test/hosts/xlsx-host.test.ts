import { CHANGE_PARTS, ROSTER, TABLES } from "../../apps-script/domain/schema/index";
import type { Grids } from "../../apps-script/domain/snapshot/grid";
import { describeHost } from "./contract";
import { describeEarlierDecisions } from "./earlier-decision";
import { addRows, freshTabs, tabOf } from "./lab";
import { xlsxLab } from "./xlsx-lab";

describeHost("XlsxHost", xlsxLab);
describeEarlierDecisions("XlsxHost", xlsxLab);

test("reads the tabs asked for, and of the change sets of earlier runs only the numbers unless they are among them", async () => {
  const { host, load } = await xlsxLab();
  const tabs = freshTabs();
  addRows(tabOf(tabs, CHANGE_PARTS.title), [
    { 内容: '{"cells":[]}', 运行号: "R00001", 序号: 1 },
    { 内容: "内容", 运行号: "R00001", 序号: 2 },
  ]);
  await load(tabs);
  const told = (grids: Grids) => grids.map(({ title, header, rows }) => [title, header, rows.map(({ values }) => values)]);
  const header = ["运行号", "序号", "内容"];
  const [roster, some] = told(await host.read(["roster"]));
  expect(roster?.[0]).toBe(ROSTER.title);
  expect(some).toEqual([
    CHANGE_PARTS.title,
    header,
    [
      ["R00001", 1],
      ["R00001", 2],
    ],
  ]);
  const [all] = told(await host.read(["changeParts"]));
  expect(all?.[2]).toEqual([
    ["R00001", 1, '{"cells":[]}'],
    ["R00001", 2, "内容"],
  ]);
  expect((await host.read()).map(({ title }) => title)).toEqual(Object.values(TABLES).map(({ title }) => title));
});
