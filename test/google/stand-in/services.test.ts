/// <reference types="google-apps-script" />
import { firstSheet, makeGoogle } from "./make";

test("locks: https://developers.google.com/apps-script/reference/lock/lock", () => {
  const google = makeGoogle();
  const lock = google.services.LockService.getDocumentLock();
  expect([lock.hasLock(), lock.tryLock(10), lock.hasLock()]).toEqual([false, true, true]);
  lock.releaseLock();
  expect([lock.hasLock(), google.locks.holder("document")]).toEqual([false, null]);
  google.locks.holdElsewhere("document");
  expect([lock.tryLock(10), lock.hasLock()]).toEqual([false, false]);
  expect(() => lock.waitLock(10)).toThrow("Lock timeout: another process was holding the lock for too long.");
  lock.releaseLock();
  expect(google.locks.holder("document")).toBe("elsewhere");
  google.locks.release("document");
  expect(lock.tryLock(10)).toBe(true);
});

test("properties: https://developers.google.com/apps-script/reference/properties/properties", () => {
  const google = makeGoogle();
  const { PropertiesService } = google.services;
  const user = PropertiesService.getUserProperties();
  expect(user.getProperty("经办人")).toBeNull();
  user.setProperty("经办人", "甲").setProperties({ a: "1" });
  expect([user.getKeys(), user.getProperties(), PropertiesService.getDocumentProperties().getKeys()]).toEqual([
    ["经办人", "a"],
    { 经办人: "甲", a: "1" },
    [],
  ]);
  expect(user.deleteProperty("a").getKeys()).toEqual(["经办人"]);
  expect(() => user.setProperty("big", "字".repeat(3100))).toThrow("Argument too large: value");
});

test("cache: https://developers.google.com/apps-script/reference/cache/cache", () => {
  let time = 0;
  const cache = makeGoogle({ now: () => time }).services.CacheService.getUserCache();
  cache.put("a", "1");
  cache.put("b", "2", 60);
  time = 61_000;
  expect([cache.get("a"), cache.get("b")]).toEqual(["1", null]);
  time = 601_000;
  expect(cache.get("a")).toBeNull();
  expect(() => cache.put("k".repeat(251), "x")).toThrow("Argument too large: key");
});

test("session: https://developers.google.com/apps-script/reference/base/session", () => {
  const { Session } = makeGoogle({ scriptTimeZone: "America/New_York", userEmail: "a@example.com" }).services;
  expect([Session.getScriptTimeZone(), Session.getActiveUser().getEmail()]).toEqual(["America/New_York", "a@example.com"]);
  expect(() => makeGoogle().services.Session.getActiveUser()).toThrow("https://www.googleapis.com/auth/userinfo.email");
});

describe("dates as text: https://developers.google.com/apps-script/reference/utilities/utilities#formatdatedate,-timezone,-format", () => {
  const { Utilities } = makeGoogle().services;
  test.each([
    ["Asia/Shanghai", "yyyy-MM-dd", "2024-03-15"],
    ["America/New_York", "yyyy-MM-dd'T'HH:mm:ssXXX", "2024-03-14T12:05:09-04:00"],
    ["UTC", "yyyy-MM-dd'T'HH:mm:ss'Z'", "2024-03-14T16:05:09Z"],
    ["Asia/Shanghai", "yy/M/d h:m:s a Z", "24/3/15 12:5:9 AM +0800"],
    ["UTC", "EEE, d MMM yyyy; EEEE MMMM SSS X", "Thu, 14 Mar 2024; Thursday March 007 Z"],
  ])("%s %s", (zone, pattern, text) => {
    expect(
      Utilities.formatDate(new Date("2024-03-14T16:05:09.007Z") as unknown as GoogleAppsScript.Base.Date, zone, pattern),
    ).toBe(text);
  });

  test("anything but a date is refused", () => {
    expect(() => Utilities.formatDate("2024-03-15" as unknown as GoogleAppsScript.Base.Date, "UTC", "yyyy")).toThrow(
      "The parameters (String,String,String) don't match the method signature for Utilities.formatDate.",
    );
  });

  test("sleep waits for nobody, getUuid differs", () => {
    const google = makeGoogle();
    google.services.Utilities.sleep(5000);
    expect(google.slept).toEqual([5000]);
    expect(google.services.Utilities.getUuid()).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
  });
});

describe("pages: https://developers.google.com/apps-script/reference/html/html-service", () => {
  const files = {
    dialog: "<p>好</p>",
    page: "<b><?= name ?></b><script>x = <?!= data.json ?></script>",
    loop: "<? for (;;) {} ?>",
  };

  test("are made from files and texts", () => {
    const { HtmlService } = makeGoogle({ files }).services;
    const page = HtmlService.createHtmlOutputFromFile("dialog").setTitle("题").setWidth(400).setHeight(300);
    expect([page.getContent(), page.getTitle(), page.getWidth(), page.getHeight()]).toEqual(["<p>好</p>", "题", 400, 300]);
    expect(HtmlService.createHtmlOutput("<i>").append("x").getContent()).toBe("<i>x");
    expect(() => HtmlService.createHtmlOutputFromFile("none")).toThrow("No HTML file named none was found.");
  });

  test("templates print values, escaped or as they are: https://developers.google.com/apps-script/guides/html/templates", () => {
    const { HtmlService } = makeGoogle({ files }).services;
    const template = HtmlService.createTemplateFromFile("page");
    expect(() => template.evaluate()).toThrow("name is not defined");
    Object.assign(template, { name: "<甲>", data: { json: '{"a":1}' } });
    expect(template.evaluate().getContent()).toBe('<b>&lt;甲&gt;</b><script>x = {"a":1}</script>');
    expect(() => HtmlService.createTemplateFromFile("loop").evaluate()).toThrow("no scriptlets other than");
  });
});

describe("menus and dialogs: https://developers.google.com/apps-script/reference/base/ui", () => {
  test("are written down", () => {
    const google = makeGoogle({ authMode: "NONE" });
    const ui = google.services.SpreadsheetApp.getUi();
    const more = ui.createMenu("更多").addItem("撤销", "undo");
    ui.createMenu("安培台账").addItem("分配班级", "assign").addSeparator().addSubMenu(more).addToUi();
    expect(google.ui.menus.map(({ caption, items }) => [caption, items.map(({ kind }) => kind)])).toEqual([
      ["安培台账", ["item", "separator", "menu"]],
    ]);
    expect(google.ui.functionNames).toEqual(["assign", "undo"]);
  });

  test("show pages, and get the answers that were prepared", () => {
    const google = makeGoogle();
    const ui = google.services.SpreadsheetApp.getUi();
    ui.showModalDialog(google.services.HtmlService.createHtmlOutput("<p>").setWidth(300), "预览");
    ui.showSidebar(google.services.HtmlService.createHtmlOutput("<q>").setTitle("侧栏"));
    expect(google.ui.dialogs).toEqual([
      { kind: "modal", title: "预览", content: "<p>", width: 300, height: null },
      { kind: "sidebar", title: "侧栏", content: "<q>", width: null, height: null },
    ]);
    google.ui.answers.push({ button: "YES" }, { button: "OK", text: "甲" });
    expect(ui.alert("确定?", ui.ButtonSet.YES_NO)).toBe(ui.Button.YES);
    const answer = ui.prompt("经办人", "请输入姓名", ui.ButtonSet.OK_CANCEL);
    expect([answer.getSelectedButton() === ui.Button.OK, answer.getResponseText()]).toEqual([true, "甲"]);
    expect(ui.alert("好了")).toBe(ui.Button.OK);
    expect(google.ui.prompts.map(({ kind, title, text, buttons }) => [kind, title, text, buttons])).toEqual([
      ["alert", "", "确定?", "YES_NO"],
      ["prompt", "经办人", "请输入姓名", "OK_CANCEL"],
      ["alert", "", "好了", "OK"],
    ]);
    expect(() => ui.prompt("再来")).toThrow("Nobody is there to answer");
  });
});

describe("authorization modes: https://developers.google.com/workspace/add-ons/concepts/editor-auth-lifecycle", () => {
  test("NONE has menus and nothing of the document", () => {
    const { services } = makeGoogle({ authMode: "NONE" });
    expect(() => services.SpreadsheetApp.getActiveSpreadsheet()).toThrow(
      "You do not have permission to call SpreadsheetApp.getActiveSpreadsheet.",
    );
    expect(() => services.PropertiesService.getUserProperties()).toThrow("You do not have permission");
    expect(String(services.ScriptApp.AuthMode.NONE)).toBe("NONE");
  });

  test("LIMITED writes cells and opens no dialogs", () => {
    const google = makeGoogle({ authMode: "LIMITED" });
    expect(firstSheet(google).getRange("A1").setValue(1).getValue()).toBe(1);
    const page = google.services.HtmlService.createHtmlOutput("");
    expect(() => google.services.SpreadsheetApp.getUi().showSidebar(page)).toThrow(
      "You do not have permission to call Ui.showSidebar.",
    );
  });
});

test("edit events: https://developers.google.com/apps-script/guides/triggers/events#edit", () => {
  const google = makeGoogle();
  const first = google.type("Sheet1", 2, 3, "甲");
  expect([first.range.getA1Notation(), first.value, first.oldValue, first.range.getSheet().getName()]).toEqual([
    "C2",
    "甲",
    undefined,
    "Sheet1",
  ]);
  const second = google.type("Sheet1", 2, 3, "5");
  expect([second.value, second.oldValue, String(second.authMode)]).toEqual(["5", "甲", "LIMITED"]);
});

test("logs: https://developers.google.com/apps-script/reference/base/logger, https://developers.google.com/apps-script/guides/logging", () => {
  const google = makeGoogle();
  google.services.Logger.log("第 %s 行", 3);
  google.services.console.warn("小心", { a: 1 });
  expect(google.log).toEqual([
    { level: "log", text: "第 3 行" },
    { level: "warn", text: "小心 { a: 1 }" },
  ]);
});
