/// <reference types="google-apps-script" />
import { SheetsError } from "../workbook/sheets-error";
import { Face, NotInStandIn } from "./guard";
import type { Runtime } from "./runtime";

type GHtmlService = GoogleAppsScript.HTML.HtmlService;
type GHtmlOutput = GoogleAppsScript.HTML.HtmlOutput;
type GHtmlTemplate = GoogleAppsScript.HTML.HtmlTemplate;

const SERVICE_MEMBERS = ["createHtmlOutput", "createHtmlOutputFromFile", "createTemplate", "createTemplateFromFile"] as const;

export class HtmlServiceFace extends Face<GHtmlService> implements Pick<GHtmlService, (typeof SERVICE_MEMBERS)[number]> {
  constructor(runtime: Runtime) {
    super("HtmlService", SERVICE_MEMBERS, runtime);
  }

  createHtmlOutput(html: unknown = ""): GHtmlOutput {
    if (typeof html !== "string") throw new NotInStandIn("HtmlService.createHtmlOutput takes text here, and no blob.");
    return new HtmlOutputFace(this.runtime, html).self;
  }

  createHtmlOutputFromFile(filename: string): GHtmlOutput {
    return this.createHtmlOutput(this.file(filename));
  }

  createTemplate(html: unknown): GHtmlTemplate {
    if (typeof html !== "string") throw new NotInStandIn("HtmlService.createTemplate takes text here, and no blob.");
    return templateOf(this.runtime, html);
  }

  createTemplateFromFile(filename: string): GHtmlTemplate {
    return this.createTemplate(this.file(filename));
  }

  private file(name: string): string {
    const text = this.runtime.files.get(name.replace(/\.html$/, ""));
    if (text === undefined) throw new SheetsError(`No HTML file named ${name} was found.`);
    return text;
  }
}

const OUTPUT_MEMBERS = [
  "append",
  "getContent",
  "getHeight",
  "getTitle",
  "getWidth",
  "setContent",
  "setHeight",
  "setTitle",
  "setWidth",
] as const;

export class HtmlOutputFace extends Face<GHtmlOutput> implements Pick<GHtmlOutput, (typeof OUTPUT_MEMBERS)[number]> {
  private title = "";
  private width: number | null = null;
  private height: number | null = null;

  constructor(
    runtime: Runtime,
    private content: string,
  ) {
    super("HtmlOutput", OUTPUT_MEMBERS, runtime);
  }

  append(more: string): GHtmlOutput {
    this.content += more;
    return this.self;
  }

  getContent(): string {
    return this.content;
  }

  setContent(content: string): GHtmlOutput {
    this.content = content;
    return this.self;
  }

  getTitle(): string {
    return this.title;
  }

  setTitle(title: string): GHtmlOutput {
    this.title = title;
    return this.self;
  }

  /** Null until it is set, as Google returns it in spite of its declared type. */
  getWidth(): number {
    return this.width as number;
  }

  setWidth(width: number): GHtmlOutput {
    this.width = width;
    return this.self;
  }

  getHeight(): number {
    return this.height as number;
  }

  setHeight(height: number): GHtmlOutput {
    this.height = height;
    return this.self;
  }
}

const PRINT = /<\?(!?)=\s*([\s\S]*?)\s*;?\s*\?>/g;
const PATH = /^[\p{L}_$][\p{L}\p{N}_$]*(?:\.[\p{L}_$][\p{L}\p{N}_$]*)*$/u;
const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" };

/** A template prints values that were set on it (`<?= name ?>` escaped, `<?!= name ?>` as is); other scriptlets are refused. */
function templateOf(runtime: Runtime, text: string): GHtmlTemplate {
  const values = new Map<string, unknown>();
  const evaluate = (): GHtmlOutput => {
    runtime.calls.note("HtmlTemplate.evaluate");
    const filled = text.replace(PRINT, (_, forced: string, path: string) => {
      if (!PATH.test(path)) throw new NotInStandIn(`The stand-in prints plain values in templates, and not ${path}.`);
      const [first = "", ...rest] = path.split(".");
      if (!values.has(first)) throw runtime.exception(`${first} is not defined`);
      const value = rest.reduce<unknown>((object, name) => Reflect.get(Object(object), name), values.get(first));
      return forced ? String(value) : String(value).replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
    });
    if (/<\?/.test(filled.replace(/<\?xml/g, "")))
      throw new NotInStandIn("The stand-in runs no scriptlets other than <?= ?> and <?!= ?>.");
    return new HtmlOutputFace(runtime, filled).self;
  };
  return new Proxy({} as GHtmlTemplate, {
    get: (_, name) => (name === "evaluate" ? evaluate : name === "getRawContent" ? () => text : values.get(String(name))),
    set: (_, name, value) => Boolean(values.set(String(name), value)),
  });
}
