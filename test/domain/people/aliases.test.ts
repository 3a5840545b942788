import {
  documentTypeOf,
  educationOf,
  HEADER_SPELLINGS,
  headerOf,
  kindOf,
  meetsEducation,
  postOf,
} from "../../../apps-script/domain/people/aliases";
import { ROSTER } from "../../../apps-script/domain/schema/roster";
import { UNIT_COLUMNS } from "../../../apps-script/domain/schema/unit-columns";

describe("column titles", () => {
  test("no spelling of one column is another's, nor the title of another", () => {
    const columns = [...UNIT_COLUMNS, "class"] as const;
    const spelled = columns.flatMap((column) => {
      const { title } = ROSTER.columns[column];
      return [title, ...(HEADER_SPELLINGS[column] ?? "").split(" ")].filter((spelling) => headerOf(spelling || title) !== title);
    });
    expect(spelled).toEqual([]);
  });

  const spellings: Record<string, string> = {
    姓名: "姓名 学员姓名 员工姓名 职工姓名 人员姓名 名字",
    证件类型: "证件类型",
    证件号: "证件号 证件号码 身份证号 身份证号码 公民身份号码 身份证",
    手机号: "手机 手机号 手机号码 联系电话 移动电话 电话",
    工作单位: "工作单位 单位 单位名称 所在单位 用人单位 所属企业 企业名称",
    职位: "职位 职务 岗位 人员类别 人员类型 资格类型",
    学历: "学历 文化程度 最高学历",
    证件有效期: "有效期限 有效期 有效期至 证件有效期 证书有效期 有效期截止 到期日期",
    证书编号: "证书编号 证号 合格证号",
    申报类型: "申报类型 培训类别 类别 初训复训",
    班级: "班次 期次 期数 班级名称 班级",
    备注: "备注 说明",
  };
  test.each(Object.entries(spellings).flatMap(([title, list]) => list.split(" ").map((spelling) => [spelling, title])))(
    "%s → %s",
    (spelling, title) => {
      expect(headerOf(spelling)).toBe(title);
      expect(headerOf(` *${spelling}（必填）：\n`)).toBe(title);
    },
  );

  test.each([
    ["姓\u3000名", "姓名"],
    ["姓 名*", "姓名"],
    ["身份证号\n（18位）", "证件号"],
    ["身份证号【必填】", "证件号"],
    ["证件号(身份证号)", "证件号"],
    ["“手机号”", "手机号"],
    ["职务/岗位", "职位"],
    ["初训/复训", "申报类型"],
    ["证件有效期（精确到日，如2024-06-30）", "证件有效期"],
    ["＊工作单位（全称）", "工作单位"],
    ["Phone（手机）", "手机号"],
    ["ID No.\n【身份证号】（必填）", "证件号"],
  ])("%j → %s", (written, title) => {
    expect(headerOf(written)).toBe(title);
  });

  test.each<string | number | null>([
    "学籍号",
    "银行卡号",
    "会员名",
    "项目代号",
    "邮政编码",
    "序号",
    "编号",
    "身份证有效期",
    "联系电话（单位）",
    "手机号（紧急联系人）",
    "职务/学历",
    "姓名/",
    "年龄",
    "性别",
    "constructor",
    "__proto__",
    "",
    "（必填）",
    null,
    20240101,
  ])("%j is no column of ours", (written) => {
    expect(headerOf(written)).toBeNull();
  });
});

test.each<[string, unknown]>([
  ..."初培 培训 初训 新训 取证 首次 初始培训班 初审".split(" ").map((text): [string, unknown] => [text, { kind: "初培" }]),
  ..."复审/再培训 再培训 复训 年审 再教育 继续教育 复审 复审／再培训"
    .split(" ")
    .map((text): [string, unknown] => [text, { kind: "再培训" }]),
  ["换证", { kind: "换证" }],
  ["延期", { ask: ["换证"] }],
  ["延续", { ask: ["换证"] }],
  ["复审换证", { ask: ["再培训", "换证"] }],
  ["不培训", null],
  ["", null],
])("kindOf(%j)", (text, expected) => {
  expect(kindOf(text)).toEqual(expected);
});

test.each<[string, unknown]>([
  ["主要负责人", { post: "主要负责人" }],
  [" 主要 负责人", { post: "主要负责人" }],
  ..."安管人员 安管员 安全员 专职安全管理人员 安全生产管理人员 安全管理人员"
    .split(" ")
    .map((text): [string, unknown] => [text, { post: "安全生产管理人员" }]),
  ..."董事长 总经理 厂长 矿长 实际控制人 法定代表人 董事长兼总经理"
    .split(" ")
    .map((text): [string, unknown] => [text, { proposal: "主要负责人" }]),
  ["安全科长", { proposal: "安全生产管理人员" }],
  ["矿长兼安全科长", null],
  ["主要负责人、安全生产管理人员", null],
  ["司机", null],
  ["", null],
])("postOf(%j)", (text, expected) => {
  expect(postOf(text)).toEqual(expected);
});

test.each([
  ["初中", { education: "初中及以下" }, false],
  ["小学", { education: "初中及以下" }, false],
  ["高中", { education: "高中" }, true],
  ["高中毕业", { education: "高中" }, true],
  ["高中或同等学历", { education: "高中" }, true],
  ["中专", { education: "中专" }, true],
  ["中专学历", { education: "中专" }, true],
  ["技校", { education: "技校" }, true],
  ["职高", { proposal: "中专" }, true],
  ["专科", { education: "大专" }, true],
  ["大学专科", { education: "大专" }, true],
  ["大学本科", { education: "本科" }, true],
  ["全日制本科", { education: "本科" }, true],
  ["大学", { proposal: "本科" }, true],
  ["研究生", { proposal: "硕士" }, true],
  ["mba", { proposal: "硕士" }, true],
  ["博士研究生", { education: "博士" }, true],
  ["其他", { education: "其他" }, null],
  ["高中肄业", null, null],
  ["", null, null],
])("educationOf(%j)", (text, expected, meets) => {
  expect(educationOf(text)).toEqual(expected);
  expect(meetsEducation(text)).toBe(meets);
});

test.each([
  ["身份证", "居民身份证"],
  ["二代身份证", "居民身份证"],
  ["居民身份证", "居民身份证"],
  ["普通护照", "护照"],
  ["港澳台居住证", "港澳台居民居住证"],
  ["外国人永久居留证", "外国人永久居留身份证"],
  ["军官证", "其他"],
  ["台胞证", "其他"],
  ["学生卡", null],
  ["", null],
])("documentTypeOf(%j)", (text, expected) => {
  expect(documentTypeOf(text)).toBe(expected);
});

test.each([
  ["姓名 Name", "姓名"],
  ["姓名\nName", "姓名"],
  ["Name 姓名", "姓名"],
  ["姓名/Name", "姓名"],
  ["姓名（Name）", "姓名"],
  ["身份证号 ID No.", "证件号"],
  ["有效期至 Valid until", "证件有效期"],
  ["證件號碼", "证件号"],
  ["證件有效期", "证件有效期"],
  ["手機號", "手机号"],
  ["职务/岗位", "职位"],
  ["Name", null],
  ["QQ号", null],
  ["姓名A栏", null],
])("header %p in two languages or traditional is %p", (text, title) => expect(headerOf(text)).toBe(title));

test("words of lists in traditional characters", () => {
  expect(postOf("主要負責人")).toEqual({ post: "主要负责人" });
  expect(educationOf("大專")).toEqual({ education: "大专" });
});
