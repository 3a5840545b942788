import { type MergedRange, mergedRange } from "./cell-reference";
import { numberAt } from "./number-bytes";
import { type CellContext, SheetCollector } from "./sheet-collector";
import { RichText } from "./strings";
import { isOn } from "./xml";
import type { ByteHandlers, XmlBytes } from "./xml-bytes";
import { codeOf } from "./xml-tokens";

const [c, v, f, t, r, s, is, row, col, phonetic] = ["c", "v", "f", "t", "r", "s", "is", "row", "col", "rPh"].map(codeOf);
const [min, max, ref] = ["min", "max", "ref"].map(codeOf);
/** Cell types of one letter by that letter, so that no text is made for them. */
const shortTypes: (string | undefined)[] = [];
for (const type of ["n", "s", "b", "e", "d"]) shortTypes[type.charCodeAt(0)] = type;
const [mergeCell, hidden, strike, val, ht] = ["mergeCell", "hidden", "strike", "val", "ht"].map(codeOf);

/** `col` elements beyond this count are a flood, not a sheet. */
const mostColumnElements = 16_384;

/** The attribute at hand as a number; 0 when it is none. */
function numberOf(xml: XmlBytes): number {
  const number = numberAt(xml.bytes, xml.valueFrom, xml.valueTo);
  return Number.isNaN(number) ? Number(xml.valueText()) || 0 : number;
}

/** A property of a run is on unless its `val` says otherwise (CT_BooleanProperty). */
function isStrikeOn(xml: XmlBytes): boolean {
  for (let at = xml.nextAttribute(xml.nameTo); at >= 0; at = xml.nextAttribute(at))
    if (xml.attributeName === val) return isOn(xml.valueText());
  return true;
}

/** Follows a worksheet part (CT_Worksheet, ECMA-376 part 1, 18.3.1.99) and hands its cells to `collector`. */
export class SheetReader implements ByteHandlers {
  readonly collector: SheetCollector;
  readonly hiddenColumns = new Set<number>();
  readonly merges: MergedRange[] = [];
  readonly arrays: MergedRange[] = [];
  wantsText = false;

  private readonly rich: RichText;
  private columnElements = 0;
  private isInCell = false;
  private isInline = false;
  private type = "n";
  private style = -1;
  private isFormula = false;
  /** Text of `v` so far; while `from` is not -1, one more piece waits in the scanner's bytes. */
  private value: string | undefined;
  private from = -1;
  private to = -1;
  private isRaw = false;
  private xml: XmlBytes | undefined;

  constructor(private readonly context: CellContext) {
    this.collector = new SheetCollector(context);
    this.rich = new RichText(context.asList !== true);
  }

  open(name: number, xml: XmlBytes): void {
    if (this.isInCell) this.openInCell(name, xml);
    else if (name === c) this.openCell(xml);
    else if (name === row) this.openRow(xml);
    else if (name === col) this.openColumns(xml);
    else if (name === mergeCell && xml.nameText().endsWith("mergeCell")) this.openMerge(xml);
  }

  text(from: number, to: number, isRaw: boolean, xml: XmlBytes): void {
    if (this.isInline) {
      this.rich.text(xml.decode(from, to, isRaw));
      return;
    }
    this.release(xml);
    this.from = from;
    this.to = to;
    this.isRaw = isRaw;
    this.xml = xml;
  }

  close(name: number): void {
    if (name === v) this.wantsText = this.isInline;
    else if (name === c && this.isInCell) this.closeCell();
    else if (name === row) this.collector.endRow();
    else if (this.isInline) this.closeInline(name);
  }

  release(xml: XmlBytes): void {
    if (this.from >= 0) this.value = (this.value ?? "") + xml.decode(this.from, this.to, this.isRaw);
    this.from = -1;
  }

  private openCell(xml: XmlBytes): void {
    this.isInCell = true;
    this.type = "n";
    this.style = -1;
    this.value = undefined;
    this.isFormula = false;
    let hasReference = false;
    for (let at = xml.nextAttribute(xml.nameTo); at >= 0; at = xml.nextAttribute(at)) {
      if (xml.attributeName === r) {
        hasReference = true;
        this.collector.startCell(xml.bytes, xml.valueFrom, xml.valueTo);
      } else if (xml.attributeName === t) {
        const isShort = xml.valueTo - xml.valueFrom === 1;
        this.type = (isShort ? shortTypes[xml.bytes[xml.valueFrom] ?? 0] : undefined) ?? xml.valueText();
      } else if (xml.attributeName === s) this.style = numberOf(xml);
    }
    if (!hasReference) this.collector.startCell(xml.bytes, 0, 0);
  }

  private openInCell(name: number, xml: XmlBytes): void {
    if (this.collector.isLeftOut) return;
    if (name === v) {
      this.wantsText = true;
      this.value ??= "";
    } else if (name === f) this.openFormula(xml);
    else if (name === is) {
      this.isInline = true;
      this.wantsText = true;
    } else if (this.isInline && name === t) this.rich.open("t");
    else if (this.isInline && name === r) this.rich.open("r");
    else if (this.isInline && name === strike) this.rich.open("strike", isStrikeOn(xml));
    else if (this.isInline && name === phonetic) this.rich.open("rPh");
  }

  /** An array formula or a data table shows its results in all cells of its range (ECMA-376 part 1, 18.3.1.40). */
  private openFormula(xml: XmlBytes): void {
    this.isFormula = true;
    let [type, range] = ["", ""];
    for (let at = xml.nextAttribute(xml.nameTo); at >= 0; at = xml.nextAttribute(at)) {
      if (xml.attributeName === t) type = xml.valueText();
      else if (xml.attributeName === ref) range = xml.valueText();
    }
    if (range.includes(":") && (type === "array" || type === "dataTable")) this.arrays.push(mergedRange(range));
  }

  private closeCell(): void {
    this.isInCell = false;
    const { collector, xml } = this;
    if (this.from >= 0 && xml !== undefined && this.value === "" && !this.isRaw)
      collector.endCellFrom(this.type, this.style, xml, this.from, this.to, this.isFormula);
    else {
      if (xml !== undefined) this.release(xml);
      collector.endCell(this.type, this.style, this.value, this.isFormula);
    }
    this.from = -1;
  }

  private closeInline(name: number): void {
    if (name === t) this.rich.close("t");
    else if (name === r) this.rich.close("r");
    else if (name === phonetic) this.rich.close("rPh");
    else if (name === is) {
      this.isInline = false;
      this.wantsText = false;
      this.value = this.rich.take();
    }
  }

  /** A row that was drawn to no height is as hidden as one that says so. */
  private openRow(xml: XmlBytes): void {
    let number = 0;
    let isHidden = false;
    for (let at = xml.nextAttribute(xml.nameTo); at >= 0; at = xml.nextAttribute(at)) {
      if (xml.attributeName === r) number = numberOf(xml);
      else if (xml.attributeName === hidden && xml.nameText() === "hidden") isHidden ||= isOn(xml.valueText());
      else if (xml.attributeName === ht && Number(xml.valueText()) === 0) isHidden = true;
    }
    this.collector.startRow(number, isHidden);
  }

  private openColumns(xml: XmlBytes): void {
    this.columnElements += 1;
    if (this.columnElements > mostColumnElements) return;
    let [first, last, isHidden] = [0, 0, false];
    for (let at = xml.nextAttribute(xml.nameTo); at >= 0; at = xml.nextAttribute(at)) {
      if (xml.attributeName === min) first = Number(xml.valueText());
      else if (xml.attributeName === max) last = Number(xml.valueText());
      else if (xml.attributeName === hidden && xml.nameText() === "hidden") isHidden = isOn(xml.valueText());
    }
    if (!isHidden) return;
    const end = Math.min(last, this.context.budget.limits.columns);
    for (let column = Math.max(first, 1); column <= end; column += 1) this.hiddenColumns.add(column - 1);
  }

  private openMerge(xml: XmlBytes): void {
    const { budget, sheet } = this.context;
    for (let at = xml.nextAttribute(xml.nameTo); at >= 0; at = xml.nextAttribute(at)) {
      if (xml.nameText() !== "ref") continue;
      const range = mergedRange(xml.valueText());
      budget.merged(sheet, range);
      this.merges.push(range);
    }
  }
}
