import { googleSaid, sentenceFor } from "../../../apps-script/src/google-said";

/** Google's words as people have reported them, in the languages that Sheets is used in here. */
const SAID: readonly (readonly [string, ReturnType<typeof googleSaid>])[] = [
  [
    "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.",
    "protected",
  ],
  ["您正在尝试编辑受保护的单元格或对象。如果您需要进行编辑，请与电子表格所有者联系以移除保护。", "protected"],
  ["We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.", "accounts"],
  ["ScriptError: Authorization is required to perform that action.", "accounts"],
  ["Authorisation is required to perform that action.", "accounts"],
  ["You do not have permission to call SpreadsheetApp.getActiveSpreadsheet. Required permissions: …", "accounts"],
  ["Specified permissions are not sufficient to call Ui.showModalDialog.", "accounts"],
  ["You do not have permission to access the requested document.", "accounts"],
  ["执行该操作需要授权。", "accounts"],
  ["您没有权限执行此操作。", "accounts"],
  ["This action would increase the number of cells in the workbook above the limit of 10000000 cells.", "cells"],
  ["Service invoked too many times for one day: spreadsheets.", "quota"],
  ["There are too many simultaneous invocations: Spreadsheets", "quota"],
  ["Exceeded maximum execution time", "time"],
  ["Service Spreadsheets timed out while accessing document with id 1abc.", "time"],
  ["We're sorry, a server error occurred. Please wait a bit and try again.", "trouble"],
  ["Service Spreadsheets failed while accessing document with id 1abc.", "trouble"],
  ["Service unavailable: Spreadsheets", "trouble"],
  ["Cannot read properties of undefined (reading 'x')", null],
];

test.each(SAID)("%s", (message, kind) => {
  expect(googleSaid(message)).toBe(kind);
  if (kind !== null) expect(sentenceFor(kind)).toMatch(/^[^\n]*请[^\n]*。$/u);
});

test("the sentence about accounts names the way out", () => {
  expect(sentenceFor("accounts")).toMatch(/几个谷歌账号.*无痕窗口或单独的浏览器用户.*只登录能编辑这张表格的账号/);
});
