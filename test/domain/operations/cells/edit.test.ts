import { edit } from "../../../../apps-script/domain/operations/cells/edit";
import { TABLES, type Table, type TableName } from "../../../../apps-script/domain/schema/index";
import { bookOf } from "../../../support/books";
import { reportMorning, REPORT_DAY as TODAY } from "../../../support/clerk-book";
import { doing, named, problemsOf, settledBook } from "../../../support/clerk-desk";

const book = settledBook(
  {
    ...reportMorning({ payments: [{ id: "F00001", day: "2024-03-20", amount: 300, method: "现金", shares: "B2024-00001" }] }),
  },
  TODAY,
);

test("several cells at once: values are read by what their columns hold, and what hangs on them follows", () => {
  const cells = [
    "名册|赵一|手机号|199 0000 1000|199-0000-2000",
    "名册|B2024-00002|证件有效期|2024年5月20日|2024.7.20",
    "B2024-00003|报到日期||3月26日",
    "资料|B2024-00003|报到·证件复印件||√",
    "资料|B2024-00003|报到·报名登记表||不合格：没有签名",
    "缴费|F00001|分摊到|B2024-00001|B2024-00004",
    "培训计划|2024·1·再培训班第二期|容量||40",
    "设置|安全余量|值|15|10",
    "单位|乙矿|电话||0535-1234567",
  ];
  const { after, told } = doing(book, edit, { cells }, TODAY);
  expect(named(after, "赵一")).toMatchObject({ mobile: "19900002000", feePaid: 0 });
  expect(named(after, "李四")).toMatchObject({ feePaid: 300 });
  expect(named(after, "钱二")).toMatchObject({ validUntil: "2024-07-20", light: "待核" });
  expect(named(after, "孙三")).toMatchObject({ reportedInOn: "2024-03-26", progress: expect.stringContaining("报到") });
  expect(after.papers.find(({ key }) => key === "B2024-00003")).toMatchObject({ deskCopy: "已交", deskForm: "不合格:没有签名" });
  expect(after.settings.find(({ item }) => item === "安全余量")?.value).toBe(10);
  expect(after.plan.find(({ name }) => name === "再培训班第二期")?.capacity).toBe(40);
  expect(told.people["B2024-00001"]).toBe("赵一 手机号“199****1000”→“199****2000”，到期提示“待核”");
  expect(told.said).toMatch(/^9格：名册 赵一（B2024-00001） 手机号“199\*{4}1000”→“199\*{4}2000”；.*等$/u);
});

test("as JSON, with numbers as numbers; what was understood is taken again and changes the same", () => {
  const raw = {
    cells: [
      { table: "缴费", row: "f00001", column: "金额", before: 300, after: 200 },
      { row: "赵一", column: "备注", after: "晚到" },
    ],
  };
  const { told, outcome } = doing(book, edit, raw, TODAY);
  expect(told.input).toEqual({
    cells: [
      { table: "缴费", row: "F00001", column: "金额", before: 300, after: 200 },
      { table: "名册", row: "B2024-00001", column: "备注", before: null, after: "晚到" },
    ],
  });
  expect(outcome.cells).toContainEqual(
    expect.objectContaining({ table: "roster", row: "B2024-00001", column: "feePaid", after: 200 }),
  );
  expect(doing(book, edit, told.input, TODAY).outcome.cells).toEqual(outcome.cells);
});

test.each<[cells: unknown, message: string]>([
  [null, "格子（cells）：没有填写。"],
  ["名册|赵一|手机号", "不是“表|行|列|原值|新值”的样子。可以写：名册|B2024-00001"],
  [{ column: "备注", after: "x" }, "要写成文字、数字或它们的列表"],
  [{ row: "赵一", column: "备注", after: [1] }, "要写成文字、数字或它们的列表"],
  ["赵一|手机号|19900009999|19900002000", "格子（cells）：名册 赵一 手机号：现在是“199****1000”，与写的原值不同。"],
  ["赵一|备注|以前写的|x", "现在是（空），与写的原值不同"],
  ["操作记录|R00001|摘要||x", "没有这张表，或这张表由程序填写，可以写：名册、培训计划、单位、资料、缴费"],
  ["名册|赵一|电话||x", "表里没有这一列，可以写：姓名、证件类型"],
  ["名册|没有的人|备注||x", "表里没有这一行"],
  ["名册|甲矿|备注||x", "可能是几个人，请写报名编号"],
  ["缴费|F9|备注||x", "表里没有这一行"],
  ["名册|赵一|报名编号|B2024-00001|B1", "程序按这一列认行，不能改"],
  ["模拟卡|1|密码||x", "密码不经过操作记录"],
  ["名册|赵一|班级|再培训班第二期|再培训班第三期", "这一列由程序填写，要指定班级请改“锁定班级”"],
  ["名册|赵一|已缴|300|600", "收了钱请用“收款”，退钱请用“退款”"],
  ["名册|赵一|资料缺项||x", "资料请用“登记资料”"],
  ["名册|赵一|到期提示|正常|x", "“全部执行”时更新"],
  ["名册|赵一|姓名|赵一|清空", "不能空着"],
  ["名册|赵一|证件号||", "与写的原值不同"],
  ["名册|赵一|职位|主要负责人|班长", "不在可选的词里，可以写：主要负责人、安全生产管理人员。"],
  ["名册|赵一|学历|大专|很高", "可以写：初中及以下、高中"],
  ["名册|赵一|申报类型|再培训|复训一次", "可以写：初培、再培训、换证。"],
  ["名册|赵一|证件有效期|2024-05-20|2024-13-01", "证件有效期"],
  ["名册|赵一|手机号|19900001000|1990000", "手机号"],
  ["名册|赵一|工作单位|甲矿有限公司|甲矿有限公同", "请写全称或别名，可以写：甲矿有限公司。"],
  ["名册|赵一|锁定班级||第九期", "培训计划里没有这个班"],
  ["名册|赵一|锁定班级||第三期", "可能是几个班，请写清楚，可以写：再培训班第三期、培训班第三期。"],
  ["名册|赵一|报到日期||下星期", "可以写：2024-03-26、3月26日、今天。"],
  ["名册|赵一|省厅预约状态|通过|同意了", "可以写：未预约、待审、通过、退回。"],
  ["名册|赵一|成绩||101", "不是0到100的分数"],
  ["名册|赵一|考试次数||两次", "不是整数"],
  ["资料|B2024-00001|报到·证件原件||缺", "可以写：已交、不合格:原因、不适用。"],
  ["缴费|F00001|方式|现金|刷卡", "不收POS机刷卡"],
  ["缴费|F00001|金额|300|三百", "不是金额"],
  ["设置|重叠月份|值|最早|随便", "可以写：最早、均衡、最晚可行。"],
  ["设置|流水号计数|值||9", "与写的原值不同"],
  ["设置|初培费|值|600|-1", "要写不小于0的数"],
  [["赵一|备注||x", "B2024-00001|备注||y"], "同一个格子写了两次"],
])("%j is not taken, and nothing is written", (cells, message) => {
  expect(problemsOf(book, edit, { cells }, TODAY)[0]?.message).toContain(message);
});

test("of several cells each that is not taken is named", () => {
  const [problem, ...more] = problemsOf(
    book,
    edit,
    { cells: ["赵一|手机号|1|2", "钱二|备注||好", "赵一|职位|主要负责人|班长"] },
    TODAY,
  );
  expect(more).toEqual([]);
  expect(problem?.message).toContain(
    "名册 赵一 手机号：现在是“199****1000”，与写的原值不同；名册 赵一 职位：不在可选的词里，可以写：",
  );
});

test("every column that the program writes is refused with what to do instead", () => {
  const tables: readonly TableName[] = ["roster", "plan", "papers", "payments", "cards", "todo", "conflicts"];
  for (const name of tables) {
    const { title, key, columns }: Table = TABLES[name];
    for (const [column, { title: called, owner }] of Object.entries(columns)) {
      if (key.includes(column) || owner === "unit" || owner === "centre") continue;
      const cells = { table: title, row: "B2024-00001", column: called };
      expect(problemsOf(bookOf(), edit, { cells }, TODAY)[0]?.message).toMatch(/这一列由程序填写，.+/u);
    }
  }
});

test("every table that it takes cells of is read for it", () => {
  const offered = problemsOf(book, edit, { cells: "没有|1|列|1|2" }, TODAY)[0]?.possible ?? [];
  const bound = edit.bind({ cells: "赵一|备注||x" });
  const read = "problems" in bound ? [] : (bound.tables ?? []).map((name): string => TABLES[name].title);
  expect(offered).toContain("待办");
  expect(offered.filter((title) => !read.includes(title))).toEqual([]);
});
