import type { Style, Worksheet } from "exceljs";
import type { Owner, Table } from "../../../apps-script/domain/schema/index";
import { LIGHT_PAINTS } from "../../../apps-script/domain/schema/look";
import * as say from "../wording/new-workbook";
import { fill, font, headerStyle, lines, PAINTS, type Paint } from "./look";
import { printOn } from "./table-sheet";

const LINK = "FF0563C1";
/** A, a margin; B, names and samples; C, sentences; D, who fills. */
const WIDTHS = [2, 18, 84, 20];
const SENTENCE_ROOM = 41;
const LONG_SENTENCE_ROOM = 60;
const LINE_HEIGHT = 19;

/** Writes 说明, the first tab: the first hour, the colours, what each tab is for, and how to fill cells in. */
export function fillGuide(sheet: Worksheet, planYear: number, tables: readonly Table[]): void {
  sheet.views = [{ showGridLines: false }];
  sheet.properties.tabColor = { argb: "FFC00000" };
  WIDTHS.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  const page = new GuidePage(sheet);
  page.heading(say.guideHeading(planYear), say.guideSubtitle);
  page.section(say.guideSections.steps);
  for (const [index, { tab, text }] of say.firstHour.entries()) page.line({ name: `${index + 1}　${tab}`, link: tab }, text);
  page.note(say.howToRun);
  page.section(say.guideSections.colours);
  for (const owner of Object.keys(say.ownerNames) as Owner[]) {
    page.line({ name: say.ownerNames[owner], style: headerStyle(owner) }, say.ownerTexts[owner]);
  }
  for (const { name, paint, text } of lightSamples()) page.line({ name, style: sample(paint) }, text);
  page.section(say.guideSections.tabs);
  page.heads();
  for (const table of tables.filter(({ hidden }) => !hidden)) {
    page.line({ name: table.title, link: table.title }, table.purpose, fillers(table));
  }
  page.note(say.hiddenTabs(tables.filter(({ hidden }) => hidden).map(({ title }) => title)));
  page.section(say.guideSections.habits);
  for (const [index, habit] of say.habits.entries()) page.note(`${index + 1}. ${habit}`);
  printOn(sheet, { landscape: false, pagesWide: 1 });
}

function lightSamples(): { name: string; paint: Paint; text: string }[] {
  const named = LIGHT_PAINTS.map(({ lights, paint, meaning }) => ({ name: lights[0], paint, text: say.lightTexts[meaning] }));
  return [...named, { name: say.askSample, paint: PAINTS.yellow, text: say.lightTexts.ask }];
}

/** Whose hands write a tab, each once, in the order of its columns. */
function fillers(table: Table): string {
  const owners = Object.values(table.columns).filter(({ hidden }) => !hidden);
  const order: readonly Owner[] = ["unit", "centre", "computed", "system"];
  const names = order.filter((owner) => owners.some((column) => column.owner === owner)).map((owner) => say.whoFills[owner]);
  return [...new Set(names)].join(say.fillerSign);
}

function sample({ fill: background, text }: Paint): Partial<Style> {
  return {
    font: font({ color: { argb: `FF${text}` } }),
    fill: fill(background),
    border: lines(),
    alignment: { vertical: "middle", horizontal: "center" },
  };
}

interface Name {
  readonly name: string;
  /** The tab to jump to. */
  readonly link?: string;
  readonly style?: Partial<Style>;
}

/** Writes 说明 from the top down. */
class GuidePage {
  private row = 0;

  constructor(private readonly sheet: Worksheet) {}

  heading(title: string, subtitle: string): void {
    this.wide(title, { font: font({ bold: true, size: 20, color: { argb: "FF1F4E79" } }) }, 1.8);
    this.wide(subtitle, { font: font({ color: { argb: "FF595959" } }) }, 1);
  }

  section(title: string): void {
    this.row += 1;
    this.wide(title, { font: font({ bold: true, size: 13, color: { argb: "FF1F4E79" } }) }, 1.4);
    for (const column of ["B", "C", "D"]) this.sheet.getCell(`${column}${this.row}`).border = { bottom: medium };
  }

  heads(): void {
    this.row += 1;
    const style = { font: font({ bold: true }), fill: fill("EDEDED"), border: lines() };
    for (const [index, head] of say.tabHeads.entries()) this.cell("BCD".charAt(index), head, style);
    this.height(1.2);
  }

  line({ name, link, style }: Name, text: string, who?: string): void {
    this.row += 1;
    const colour = link === undefined ? {} : { color: { argb: LINK }, underline: true as const };
    this.cell("B", name, style ?? { font: font(colour), border: lines() });
    if (link !== undefined) this.sheet.getCell(`B${this.row}`).value = { text: name, hyperlink: `${link}!A1` };
    const isWide = who === undefined;
    if (isWide) this.sheet.mergeCells(`C${this.row}:D${this.row}`);
    this.cell("C", text, { font: font(), border: lines() });
    if (!isWide) this.cell("D", who, { font: font(), border: lines() });
    this.height(Math.ceil(text.length / (isWide ? SENTENCE_ROOM + 9 : SENTENCE_ROOM)));
  }

  note(text: string): void {
    this.wide(text, { font: font() }, Math.ceil(text.length / LONG_SENTENCE_ROOM));
  }

  private wide(text: string, style: Partial<Style>, lineCount: number): void {
    this.row += 1;
    this.cell("B", text, style);
    this.sheet.mergeCells(`B${this.row}:D${this.row}`);
    this.height(lineCount);
  }

  private cell(column: string, text: string, style: Partial<Style>): void {
    const cell = this.sheet.getCell(`${column}${this.row}`);
    cell.value = text;
    cell.style = {
      numFmt: "@",
      alignment: { vertical: "middle", horizontal: "left", indent: style.border ? 1 : 0, wrapText: true },
      ...style,
    };
  }

  private height(lineCount: number): void {
    this.sheet.getRow(this.row).height = LINE_HEIGHT * Math.max(1, lineCount) + 3;
  }
}

const medium = { style: "medium", color: { argb: "FF9DC3E6" } } as const;
