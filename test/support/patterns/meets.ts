import { readDeadline } from "../../../apps-script/domain/days/deadline";
import { readMonths } from "../../../apps-script/domain/days/months";
import { readClassDays } from "../../../apps-script/domain/days/ranges";
import { readReportIn } from "../../../apps-script/domain/days/report-in";
import { readDay, readValidUntil } from "../../../apps-script/domain/days/spellings";
import { fileNameOf } from "../../../apps-script/domain/exchange/sent-names";
import { formOf } from "../../../apps-script/domain/merge/cell-form";
import { readCell, writtenText } from "../../../apps-script/domain/merge/read-cell";
import { foreignFileOf } from "../../../apps-script/domain/merge/recognise";
import { incomingFileOf } from "../../../apps-script/domain/merge/returned/recognise";
import { readSiteList } from "../../../apps-script/domain/merge/site/read";
import { statedUnit } from "../../../apps-script/domain/merge/stated-unit";
import { UnitDirectory } from "../../../apps-script/domain/merge/units";
import { mayBeMisread } from "../../../apps-script/domain/moving/misread";
import { educationOf, headerOf, kindOf, postOf } from "../../../apps-script/domain/people/aliases";
import * as canonical from "../../../apps-script/domain/people/canonical";
import { checkCreditCode } from "../../../apps-script/domain/people/credit-code";
import { readDocument } from "../../../apps-script/domain/people/documents";
import { maskText } from "../../../apps-script/domain/people/masks";
import { readName } from "../../../apps-script/domain/people/names";
import { readMobile } from "../../../apps-script/domain/people/phones";
import { seatsIn } from "../../../apps-script/domain/plan/classes";
import { readPlanCells, readPlanText } from "../../../apps-script/domain/plan/read-plan";
import { readEntries } from "../../../apps-script/domain/rules/money/payment-shares";
import { numberer } from "../../../apps-script/domain/rules/numberer";
import { UNIT_COLUMNS } from "../../../apps-script/domain/schema/unit-columns";
import { sortOf } from "../../../apps-script/domain/snapshot/row-sort";
import { trimmed } from "../../../apps-script/domain/snapshot/trim";
import { presentValue } from "../../../apps-script/domain/snapshot/value";
import { replyName } from "../../../node-sync/src/exchange/reply-name";
import { csvRows } from "../../../node-sync/src/files/csv";
import { Budget } from "../../../node-sync/src/xlsx/budget";
import { foreignLimits } from "../../../node-sync/src/xlsx/limits";
import { cellText } from "../../../node-sync/src/xlsx/patch/cell-markup";

const TODAY = "2024-03-12";
const HEADER = { at: 1, cells: ["姓名", "证件号", "手机号", "工作单位", "预约状态", "备注"] };

const sheetOf = (cells: readonly string[]) => [{ name: "表", hidden: false, rows: [HEADER, { at: 2, cells }] }];
const units = new UnitDirectory([{ name: "甲矿业有限公司", aliases: "甲矿" }]);

/** What foreign text meets, with the whole of it. A function asks many patterns; one that looks at a text twice over takes seconds. */
export const MEETS: Readonly<Record<string, (text: string) => unknown>> = {
  ...Object.fromEntries(UNIT_COLUMNS.map((column) => [`readCell ${column}`, (text: string) => readCell(column, text)])),
  ...Object.fromEntries(UNIT_COLUMNS.map((column) => [`formOf ${column}`, (text: string) => formOf(column, text)])),
  foldWidth: canonical.foldWidth,
  canonicalId: canonical.canonicalId,
  canonicalMobile: canonical.canonicalMobile,
  canonicalUnit: canonical.canonicalUnit,
  canonicalName: canonical.canonicalName,
  unitStem: canonical.unitStem,
  shownName: canonical.shownName,
  writtenText,
  trimmed: (text) => trimmed(text),
  presentValue,
  readName,
  readMobile,
  readDocument: (text) => readDocument(text, text, TODAY),
  checkCreditCode,
  readDay: (text) => readDay(text),
  readValidUntil,
  readMonths,
  readReportIn: (text) => readReportIn(text),
  readDeadline: (text) => readDeadline(text),
  readClassDays: (text) => readClassDays(text),
  headerOf,
  kindOf,
  postOf,
  educationOf,
  sortOf: (text) =>
    sortOf(
      [text, text],
      new Map([
        ["姓名", text],
        ["证件号", text],
      ]),
    ),
  statedUnit: (text) => statedUnit({ at: 1, cells: [text, text] }),
  "look for a unit": (text) => units.look(text),
  maskText,
  mayBeMisread,
  seatsIn,
  numberer: (text) => numberer("B2024-", 0, [`B2024-${text}`]).next(),
  readEntries: (text) => readEntries(text, () => ({ kind: "nobody" })),
  fileNameOf,
  replyName: (text) => replyName(text),
  cellText,
  // Of semicolons there are more columns than a list may have.
  csvRows: (text) => csvRows(text.replace(/[";]/g, ""), "名单.csv", new Budget("名单.csv", foreignLimits)),
  "a quoted CSV": (text) => csvRows(`"${text.replaceAll('"', '""')}"`, "名单.csv", new Budget("名单.csv", foreignLimits)),
  "a list": (text) => foreignFileOf({ file: "名单.xlsx", fingerprint: "1", sheets: sheetOf([text, text, text, text, "", text]) }),
  "a header": (text) =>
    foreignFileOf({
      file: "名单.xlsx",
      fingerprint: "1",
      sheets: [{ name: "表", hidden: false, rows: [{ at: 1, cells: ["姓名", text, "证件号"] }] }],
    }),
  "a file that may be ours": (text) =>
    incomingFileOf({ file: "名单.xlsx", fingerprint: "1", keywords: text, sheets: sheetOf([text, "", "", ""]) }),
  "a site's list": (text) => readSiteList("省厅预约", sheetOf([text, text, text, text, text, text])),
  "a plan as text": readPlanText,
  "a plan in cells": (text) =>
    readPlanCells([
      ["班级名称", "月份", "报到时间", "学习时间", "报名截止"],
      [text, text, text, text, text],
    ]),
};
