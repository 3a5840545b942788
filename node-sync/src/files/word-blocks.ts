import type { DocumentBlock } from "../../../apps-script/domain/plan/read-plan";
import type { Budget } from "../xlsx/budget";
import type { Attributes } from "../xlsx/xml";

/** What is in these is no text of the document: fallbacks of what stands beside them, text that was moved away. */
const SKIPPED: ReadonlySet<string> = new Set(["mc:Fallback", "moveFrom", "del"]);
/** Properties of a run whose text nobody is meant to read. */
const UNSEEN: ReadonlySet<string> = new Set(["strike", "dstrike", "vanish"]);

interface OpenTable {
  readonly rows: string[][];
  row: string[];
  isDeleted: boolean;
  span: number;
  isContinued: boolean;
}

/**
 * Gathers the blocks of a WordprocessingML body (ECMA-376 part 1, 17). A cell over several columns is followed by empty ones, one
 * over several rows has its text in each; a table inside a cell is text of that cell.
 */
export class WordBlocks {
  readonly found: DocumentBlock[] = [];
  private tables = 0;
  private table: OpenTable | null = null;
  private depth = 0;
  private skipped = 0;
  private gathered = "";
  private isText = false;
  private isUnseen = false;
  private isRowProperty = false;

  constructor(private readonly budget: Budget) {}

  open(name: string, attributes: Attributes): void {
    if (this.isRowProperty && name === "del" && this.table) this.table.isDeleted = true;
    if (SKIPPED.has(name)) this.skipped += 1;
    else if (name === "tbl") this.openTable();
    else if (name === "trPr") this.isRowProperty = true;
    else if (name === "r") this.isUnseen = false;
    else if (UNSEEN.has(name)) this.isUnseen = !/^(?:0|false|off)$/.test(attributes["w:val"] ?? "");
    else if (name === "t") this.isText = true;
    else if (name === "br" || name === "cr") this.add("\n");
    else if (name === "tab" && this.depth === 0) this.add(" ");
    else if (this.depth === 1) this.openInTable(name, attributes);
  }

  text(text: string): void {
    if (this.isText) this.add(text);
  }

  close(name: string): void {
    if (SKIPPED.has(name)) this.skipped -= 1;
    else if (name === "t") this.isText = false;
    else if (name === "p") this.closeParagraph();
    else if (name === "trPr") this.isRowProperty = false;
    else if (name === "tc" && this.depth === 1) this.closeCell();
    else if (name === "tr" && this.depth === 1) this.closeRow();
    else if (name === "tbl") this.closeTable();
  }

  private add(text: string): void {
    if (this.skipped > 0 || this.isUnseen) return;
    this.budget.text("", this.table?.rows.length ?? 0, this.table?.row.length ?? 0, text.length);
    this.gathered += text;
  }

  private openTable(): void {
    this.depth += 1;
    if (this.depth > 1) return;
    this.table = { rows: [], row: [], isDeleted: false, span: 1, isContinued: false };
    this.gathered = "";
  }

  private openInTable(name: string, attributes: Attributes): void {
    const { table } = this;
    if (table === null) return;
    const number = Math.min(Number(attributes["w:val"] ?? 1) || 0, this.budget.limits.columns);
    if (name === "gridBefore") for (let at = 0; at < number; at += 1) table.row.push("");
    else if (name === "gridSpan") table.span = Math.max(1, number);
    else if (name === "vMerge") table.isContinued = attributes["w:val"] !== "restart";
  }

  private closeParagraph(): void {
    if (this.depth > 0) this.gathered += "\n";
    else {
      if (this.gathered.trim() !== "") this.found.push({ kind: "paragraph", text: this.gathered });
      this.gathered = "";
    }
  }

  private closeCell(): void {
    const { table } = this;
    if (table === null) return;
    const above = table.rows[table.rows.length - 1]?.[table.row.length] ?? "";
    table.row.push(table.isContinued ? above : this.gathered.trim());
    for (let more = 1; more < table.span; more += 1) table.row.push("");
    if (table.row.length > this.budget.limits.columns) this.budget.row("", table.rows.length + 1, table.row.length);
    this.gathered = "";
    table.span = 1;
    table.isContinued = false;
  }

  private closeRow(): void {
    const { table } = this;
    if (table === null) return;
    this.budget.row("", table.rows.length + 1, table.row.length);
    if (!table.isDeleted) table.rows.push(table.row);
    table.row = [];
    table.isDeleted = false;
  }

  private closeTable(): void {
    this.depth -= 1;
    if (this.depth > 0 || this.table === null) return;
    this.tables += 1;
    this.found.push({ kind: "table", number: this.tables, rows: this.table.rows });
    this.table = null;
  }
}
