import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** How LibreOffice names the formats, and with which options: 76 is UTF-8, 85 GB18030. */
const FORMATS = {
  xlsx: ["Calc MS Excel 2007 XML"],
  xls: ["MS Excel 97"],
  ods: ["calc8"],
  csv: ["Text - txt - csv (StarCalc)", "44,34,76,1,,0,false,true,false"],
  "gb18030.csv": ["Text - txt - csv (StarCalc)", "44,34,85,1,,0,false,true,false"],
} as const;

type Format = keyof typeof FORMATS;

/**
 * What somebody of a unit does in LibreOffice, written down first and then done in one start of the program, by a Basic
 * macro in a profile of its own: so it needs nothing but `libreoffice-calc`. Rows count from 1; files lie in `folder` and
 * have plain names.
 */
export class UnitDesk {
  private readonly orders: string[] = [];

  constructor(private readonly folder: string) {}

  open(file: string): this {
    return this.order("open", this.url(file));
  }

  close(): this {
    return this.order("close");
  }

  /** Typed on the keyboard: the program decides what it is. */
  type(cell: string, text: string): this {
    return this.order("type", cell, text);
  }

  /** Put there as text, past every validation. */
  paste(cell: string, text: string): this {
    return this.order("paste", cell, text);
  }

  formula(cell: string, formula: string): this {
    return this.order("formula", cell, formula);
  }

  insertRow(before: number): this {
    return this.order("insert", before);
  }

  deleteRow(at: number): this {
    return this.order("delete", at);
  }

  copyRow(from: number, to: number): this {
    return this.order("copy", from, to);
  }

  /** By a column of the range, counted from 0; formats go along. */
  sort(range: string, column: number, direction: "up" | "down"): this {
    return this.order("sort", range, column, direction);
  }

  hideRow(at: number): this {
    return this.order("hide", at);
  }

  /** `<name>.<format>`; the file stays open as it is. */
  save(name: string, format: Format): this {
    const [filter, options = ""] = FORMATS[format];
    return this.order("save", this.url(`${name}.${format}`), filter, options);
  }

  /** @throws {Error} with the order that LibreOffice could not carry out */
  work(): void {
    const profile = join(this.folder, "profile");
    writeProfile(profile);
    const [orders, told] = ["orders.txt", "told.txt"].map((name) => join(this.folder, name)) as [string, string];
    writeFileSync(orders, `${this.orders.join("\n")}\n`);
    writeFileSync(told, "");
    const macro = `macro:///Standard.Module1.Work("${pathToFileURL(orders).href}","${pathToFileURL(told).href}")`;
    const args = [`-env:UserInstallation=${pathToFileURL(profile).href}`, "--headless", "--norestore", macro];
    execFileSync("soffice", args, { stdio: "ignore", timeout: 100_000 });
    const said = readFileSync(told, "utf8");
    if (said !== "done") throw new Error(`LibreOffice stopped at: ${said}`);
  }

  private order(...parts: readonly (string | number)[]): this {
    this.orders.push(parts.join("\t"));
    return this;
  }

  private url(file: string): string {
    return pathToFileURL(join(this.folder, file)).href;
  }
}

/** A profile that is past its first start, which would put LibreOffice's own empty module in the place of ours. */
function writeProfile(profile: string): void {
  const basic = join(profile, "user/basic");
  mkdirSync(join(basic, "Standard"), { recursive: true });
  const source = readFileSync(join(__dirname, "unit-desk.bas"), "utf8").replace(/&/g, "&amp;").replace(/</g, "&lt;");
  const setUp = '<prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value></prop>';
  const registry = 'xmlns:oor="http://openoffice.org/2001/registry"';
  const library = 'xmlns:library="http://openoffice.org/2000/library"';
  const files: Readonly<Record<string, string>> = {
    "user/registrymodifications.xcu": `<oor:items ${registry}><item oor:path="/org.openoffice.Setup/Office">${setUp}</item></oor:items>`,
    "user/basic/script.xlc": `<library:libraries ${library}><library:library library:name="Standard" library:link="false"/></library:libraries>`,
    "user/basic/Standard/script.xlb": `<library:library ${library} library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Module1"/></library:library>`,
    "user/basic/Standard/Module1.xba": `<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${source}</script:module>`,
  };
  for (const [name, xml] of Object.entries(files))
    writeFileSync(join(profile, name), `<?xml version="1.0" encoding="UTF-8"?>\n${xml}`);
}
