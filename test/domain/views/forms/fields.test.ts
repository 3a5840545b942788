import { contextOf } from "../../../../apps-script/domain/rules/context";
import { type FieldId, FORM_FIELDS, fieldNamed } from "../../../../apps-script/domain/views/forms/fields";
import { type FormView, formView } from "../../../../apps-script/domain/views/forms/form-view";
import { FIELD_NAMES } from "../../../../apps-script/domain/wording/form-fields";
import { type BookParts, bookOf } from "../../../support/books";

const TODAY = "2024-03-05";
const CLASS = "再培训班第二期";
const book: BookParts = {
  roster: [
    {
      name: "甲一",
      idNumber: "379999198001010024",
      mobile: "19900000001",
      unit: "金矿",
      post: "主要负责人",
      kind: "再培训",
      validUntil: "2024-05-20",
      class: CLASS,
      feeDue: 300,
    },
    { name: "乙二", idNumber: "H0000001", idType: "护照", unit: "石英矿", class: CLASS },
    { name: "丙三", unit: "示例金矿有限公司", class: "再培训班第三期" },
    { name: "丁四", unit: "金矿", class: CLASS, state: "离职" },
    { name: "戊五", idNumber: "379999198001010021", unit: "金矿", class: CLASS, validUntil: "2024.5" },
  ],
  units: [{ name: "示例金矿有限公司", aliases: "金矿", contact: "联络", phone: "05350000000", creditCode: "91370000X" }],
  settings: { centreName: "示例中心", place: "度假村" },
};

function view(question: Partial<Parameters<typeof formView>[2]>): FormView {
  const snapshot = bookOf(book);
  return formView(snapshot, contextOf(snapshot, TODAY), { class: null, unit: null, people: null, ...question });
}

test("every name is of one field", () => {
  const names = Object.values(FIELD_NAMES).flat();
  expect(names.filter((name, place) => names.indexOf(name) < place)).toEqual([]);
  for (const { id, names: own } of FORM_FIELDS) for (const name of own) expect([name, fieldNamed(name)?.id]).toEqual([name, id]);
});

test.each([
  [" 姓 名 ", "name"],
  ["姓　名：", "name"],
  ["身份证号", "idNumber"],
  ["性名", null],
  ["", null],
  ["密码", null],
])("%j is %s", (written, id) => {
  expect(fieldNamed(written)?.id ?? null).toBe(id);
});

const VALUES: readonly (readonly [name: string, field: FieldId, value: string])[] = [
  ["甲一", "number", "2"],
  ["甲一", "sex", "女"],
  ["甲一", "born", "1980年1月1日"],
  ["甲一", "bornMonth", "1980年1月"],
  ["甲一", "idType", "居民身份证"],
  ["甲一", "idNumber", "379999198001010024"],
  ["甲一", "unit", "示例金矿有限公司"],
  ["甲一", "contact", "联络"],
  ["甲一", "validUntil", "2024年5月20日"],
  ["甲一", "feeDue", "300"],
  ["甲一", "class", CLASS],
  ["甲一", "study", "2024年3月26日至2024年3月29日"],
  ["甲一", "reportInTime", "2024年3月26日 09:00-11:00"],
  ["甲一", "place", "度假村"],
  ["甲一", "centreName", "示例中心"],
  ["甲一", "today", "2024年3月5日"],
  ["甲一", "education", ""],
  ["乙二", "idType", "护照"],
  ["乙二", "sex", ""],
  ["乙二", "contact", ""],
  ["戊五", "sex", ""],
  ["戊五", "validUntil", "2024.5"],
];

test.each(VALUES)("%s: %s is %j", (name, field, value) => {
  expect(view({ class: CLASS }).people.find((one) => one.name === name)?.[field]).toBe(value);
});

test.each([
  [{ class: CLASS }, ["乙二", "甲一", "戊五"], { class: CLASS, count: "3", unit: "" }],
  [{ unit: "示例金矿有限公司" }, ["丙三", "甲一", "戊五"], { class: "", count: "3", unit: "示例金矿有限公司" }],
  [{ class: CLASS, unit: "石英矿" }, ["乙二"], { class: CLASS, count: "1", unit: "石英矿" }],
  [{ people: ["B2024-00003", "B2024-00001"] }, ["丙三", "甲一"], { class: "", count: "2", unit: "" }],
] as const)("%j: who, in which order, and what the whole form has", (question, names, whole) => {
  const { people, whole: its } = view(question);
  expect(people.map(({ name }) => name)).toEqual(names);
  expect(people.map(({ number }) => number)).toEqual(names.map((_, place) => String(place + 1)));
  expect(its).toMatchObject(whole);
});

test.each([
  [{ people: ["B2024-00003", "B2024-00001"], class: CLASS }, ["甲一"], 1],
  [{ people: ["B2024-00003", "B2024-00002", "B2024-00001"], unit: "示例金矿有限公司" }, ["丙三", "甲一"], 1],
  [{ people: ["B2024-00003", "B2024-00002", "B2024-00001"], class: CLASS, unit: "示例金矿有限公司" }, ["甲一"], 2],
  [{ people: ["B2024-00003"] }, ["丙三"], 0],
] as const)("%j: of people by name those whom class and unit fit; the others are counted", (question, names, elsewhere) => {
  const found = view(question);
  expect(found.people.map(({ name }) => name)).toEqual(names);
  expect(found).toMatchObject({ elsewhere, whole: { count: String(names.length) } });
});
