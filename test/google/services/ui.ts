/// <reference types="google-apps-script" />
import { constant, Face, unwrap } from "./guard";
import { HtmlOutputFace } from "./html";
import type { Runtime } from "./runtime";
import type { DialogRecord, MenuItem, PromptRecord } from "./ui-record";

type GUi = GoogleAppsScript.Base.Ui;
type GMenu = GoogleAppsScript.Base.Menu;
type GHtml = GoogleAppsScript.HTML.HtmlOutput;
type Button = GoogleAppsScript.Base.Button;
type ButtonSet = GoogleAppsScript.Base.ButtonSet;

const BUTTONS = Object.fromEntries(["CLOSE", "OK", "CANCEL", "YES", "NO"].map((name) => [name, constant<Button>(name)]));
const BUTTON_SETS = Object.fromEntries(
  ["OK", "OK_CANCEL", "YES_NO", "YES_NO_CANCEL"].map((name) => [name, constant<ButtonSet>(name)]),
);

const UI_MEMBERS = [
  "Button",
  "ButtonSet",
  "alert",
  "createAddonMenu",
  "createMenu",
  "prompt",
  "showModalDialog",
  "showModelessDialog",
  "showSidebar",
] as const;

export class UiFace extends Face<GUi> implements Pick<GUi, (typeof UI_MEMBERS)[number]> {
  readonly Button = BUTTONS as unknown as GUi["Button"];
  readonly ButtonSet = BUTTON_SETS as unknown as GUi["ButtonSet"];

  constructor(runtime: Runtime) {
    super("Ui", UI_MEMBERS, runtime);
  }

  createMenu(caption: string): GMenu {
    return new MenuFace(this.runtime, caption).self;
  }

  createAddonMenu(): GMenu {
    return this.createMenu("扩展程序");
  }

  alert(...given: readonly unknown[]): Button {
    return this.ask("alert", given).button;
  }

  prompt(...given: readonly unknown[]): GoogleAppsScript.Base.PromptResponse {
    const { button, text } = this.ask("prompt", given);
    return { getSelectedButton: () => button, getResponseText: () => text };
  }

  showModalDialog(page: GHtml, title: string): void {
    this.show("modal", page, title);
  }

  showModelessDialog(page: GHtml, title: string): void {
    this.show("modeless", page, title);
  }

  showSidebar(page: GHtml): void {
    this.show("sidebar", page);
  }

  private show(kind: DialogRecord["kind"], page: GHtml, title?: string): void {
    const method = { modal: "Ui.showModalDialog", modeless: "Ui.showModelessDialog", sidebar: "Ui.showSidebar" }[kind];
    this.runtime.permit(method, "FULL");
    const output = unwrap(page, HtmlOutputFace, method);
    const [content, width, height] = [output.getContent(), output.getWidth(), output.getHeight()];
    this.runtime.ui.dialogs.push({ kind, title: title ?? output.getTitle(), content, width, height });
  }

  /** `(prompt)`, `(prompt, buttons)` or `(title, prompt, buttons)`. */
  private ask(kind: PromptRecord["kind"], given: readonly unknown[]): { button: Button; text: string } {
    this.runtime.permit(`Ui.${kind}`, "FULL");
    const [title, text] = given.length > 2 ? given : ["", given[0]];
    const set = String(given.length > 2 ? given[2] : (given[1] ?? "OK"));
    this.runtime.ui.prompts.push({ kind, title: String(title), text: String(text), buttons: set });
    const answer = this.runtime.ui.answers.shift() ?? (kind === "alert" && set === "OK" ? { button: "OK" as const } : null);
    if (!answer) throw new Error(`Nobody is there to answer: ${String(text)}. Put an answer into ui.answers.`);
    return { button: BUTTONS[answer.button] ?? constant<Button>(answer.button), text: answer.text ?? "" };
  }
}

const MENU_MEMBERS = ["addItem", "addSeparator", "addSubMenu", "addToUi"] as const;

class MenuFace extends Face<GMenu> implements Pick<GMenu, (typeof MENU_MEMBERS)[number]> {
  private readonly items: MenuItem[] = [];

  constructor(
    runtime: Runtime,
    private readonly caption: string,
  ) {
    super("Menu", MENU_MEMBERS, runtime);
  }

  addItem(caption: string, functionName: string): GMenu {
    this.items.push({ kind: "item", caption, functionName });
    return this.self;
  }

  addSeparator(): GMenu {
    this.items.push({ kind: "separator" });
    return this.self;
  }

  addSubMenu(menu: GMenu): GMenu {
    const { caption, items } = unwrap(menu, MenuFace, "Menu.addSubMenu");
    this.items.push({ kind: "menu", menu: { caption, items } });
    return this.self;
  }

  addToUi(): void {
    this.runtime.ui.menus.push({ caption: this.caption, items: this.items });
  }
}
