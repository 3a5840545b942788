import { checkIn } from "../../apps-script/domain/operations/desk/check-in";
import { SCHEMA_VERSION } from "../../apps-script/domain/schema/index";
import { proposeForm } from "../../apps-script/page/deciding/proposal";
import { sentenceOf } from "../../apps-script/page/sentences";
import { edit, type LabTab, rowWhere, tabOf } from "../hosts/lab";
import { lost, officeWith, openBook, TRANSPORTS } from "./office";

/** What staff are told when something is not as it should be speaks of what they have in front of them. */

const without =
  (title: string) =>
  (tabs: LabTab[]): void => {
    tabs.splice(tabs.indexOf(tabOf(tabs, title)), 1);
  };

function ofNewerProgram(tabs: LabTab[]): void {
  const settings = tabOf(tabs, "设置");
  edit(settings, rowWhere(settings, "项", "表结构版本"), "值", SCHEMA_VERSION + 1);
}

const nothing = (): void => undefined;
const SITUATIONS: readonly (readonly [string, (tabs: LabTab[]) => void, "goes on" | "outdated" | "lost"])[] = [
  ["the program is newer than the page", nothing, "outdated"],
  ["no answer comes", nothing, "lost"],
  ["the document is no workbook", without("设置"), "goes on"],
  ["a newer program wrote the workbook", ofNewerProgram, "goes on"],
];

/** What is in front of staff in the other home. */
const ELSEWHERE = { sheet: /工作台|电脑/u, file: /侧边栏|菜单|脚本|这张表格/u };

describe.each(TRANSPORTS)("over %s", (_, connect) => {
  test.each(SITUATIONS)("%s", async (_what, change, state) => {
    const office = officeWith();
    const book = await openBook(connect(office));
    const tabs = await office.lab.dump();
    change(tabs);
    await office.lab.load(tabs);
    if (state === "outdated") office.build = "a newer one";
    if (state === "lost") office.before = lost;
    const decide = async () => {
      await book.read();
      return proposeForm(book, checkIn, { people: ["张一"] });
    };
    const sentence = await decide().then(String, (error: unknown) => sentenceOf(error, book.home));
    expect(sentence).toMatch(/^[^A-Za-z]+。$/u);
    expect(sentence).not.toMatch(ELSEWHERE[office.home]);
    expect(sentence).not.toContain("没有预料到");
  });
});
