import { CLERK_OPERATIONS } from "../../../apps-script/domain/operations/registry";
import { CARRIED, KINDS, POSTS } from "../../../apps-script/domain/schema/allowed";
import { TABLES, type Table } from "../../../apps-script/domain/schema/index";
import { SETTING_SPECS } from "../../../apps-script/domain/schema/settings";
import { actionTitles, menuTitles } from "../../../apps-script/domain/wording/actions";
import { operationTitles } from "../../../apps-script/domain/wording/operations";
import type { RuleWords } from "../../../apps-script/domain/wording/rule-table";
import { RULES } from "../../../apps-script/domain/wording/rules";
import { TAKE_ANYWAY } from "../../../apps-script/domain/wording/take-anyway";

const ADVICES = Object.entries<RuleWords>(RULES).flatMap(([code, { advice }]) =>
  advice === undefined ? [] : [[code, advice] as const],
);

/** What a button of the page and the Google menu are called. */
const BUTTONS = new Set<string>([
  ...Object.values(operationTitles),
  ...Object.values(actionTitles),
  ...Object.values(menuTitles),
]);

const tables = Object.values<Table>(TABLES);
const columns = tables.flatMap((table) => Object.values(table.columns));

/** Of Excel, and what is written into a list or a cell as an example or a word of its own. */
const ELSEWHERE = "检查文档 培训班 再培训班 不合格:原因 有效期起 有效期止 全部采用对方 全部保留我方".split(" ");

/** Tabs, columns, the words that cells may hold, fields of forms, settings: what staff see by that name. */
const SEEN = new Set<string>([
  ...BUTTONS,
  ...tables.map(({ title }) => title),
  ...columns.flatMap(({ title, allowed }) => [title, ...(allowed ?? [])]),
  ...CLERK_OPERATIONS.flatMap(({ fields }) => fields.flatMap(({ title, choices }) => [title, ...(choices ?? [])])),
  ...Object.values(SETTING_SPECS).map(({ item }) => item),
  ...[...KINDS, ...POSTS, CARRIED, TAKE_ANYWAY],
  ...ELSEWHERE,
]);

test("what an advice says to press is a button of the page and an item of the menu, by its name", () => {
  const pressed = ADVICES.flatMap(([code, advice]) =>
    [...advice.matchAll(/点((?:“[^”]+”(?:或|、)?)+)/gu)].flatMap(([, names = ""]) =>
      [...names.matchAll(/“([^”]+)”/gu)].map(([, name = ""]) => [code, name] as const),
    ),
  );
  expect(pressed.length).toBeGreaterThan(25);
  expect(pressed.filter(([, name]) => !BUTTONS.has(name))).toEqual([]);
});

test("whatever else an advice quotes stands in the workbook or on the page by that name", () => {
  const odd = ADVICES.flatMap(([code, advice]) =>
    [...advice.matchAll(/“([^”]+)”/gu)].flatMap(([, name = ""]) => (SEEN.has(name) ? [] : [`${code} ${name}`])),
  );
  expect(odd).toEqual([]);
});

test("no advice sends staff to a menu, which the page in a browser does not have", () => {
  expect(ADVICES.filter(([, advice]) => /菜单|导入/u.test(advice))).toEqual([]);
});
