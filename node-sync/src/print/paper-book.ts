import type { Worksheet } from "exceljs";
import { PAPER_MARGIN, type Paper, type Part } from "../../../apps-script/domain/views/papers/paper";
import * as say from "../wording/paper-book";
import { emptyBook, fileOf } from "../workbook/new-workbook";
import { headingRows, writeAbove, writeBlock } from "./sheet/blocks";
import { edgesOf } from "./sheet/edges";
import { TITLE } from "./sheet/looks";
import { COLUMNS_SHARE, digitsOf, inchesOf, PAPER_FONT } from "./sheet/measures";
import { sheetNames } from "./sheet/names";
import { SheetWriter } from "./sheet/sheet-writer";

/** Mm of a sheet of A4 between its margins. */
const WIDTH = { portrait: 210 - 2 * PAPER_MARGIN, landscape: 297 - 2 * PAPER_MARGIN } as const;
/** Slips are not fitted to the page, so they stay clear of its edge. */
const SLIPS = 0.97;
const LAST_LINE = 4;
const TITLE_HEIGHT = 11;

/**
 * A paper as an .xlsx in the layout of the printed one: a sheet a part, A4, heights and widths in mm, headings on each page. Staff
 * may change it before it is printed: what is printed ends one row below the last one, so it grows with rows that are put in.
 */
export async function paperBook(paper: Pick<Paper, "name" | "look" | "parts">): Promise<Buffer> {
  const book = await emptyBook(paper.name);
  const names = sheetNames(paper.parts.map(({ name }) => name));
  paper.parts.forEach((part, at) => {
    fillSheet(book.addWorksheet(names[at] ?? String(at + 1)), part, paper.look);
  });
  return fileOf(book, PAPER_FONT);
}

function fillSheet(sheet: Worksheet, part: Part, look: Paper["look"]): void {
  const hasSlips = part.blocks.some(({ kind }) => kind === "slips");
  const width = WIDTH[look] * COLUMNS_SHARE * (hasSlips ? SLIPS : 1);
  const edges = edgesOf(part, width);
  edges.slice(1).forEach((edge, at) => {
    sheet.getColumn(at + 1).width = digitsOf(edge - (edges[at] ?? 0));
  });
  const out = new SheetWriter(sheet, edges);
  out.next(TITLE_HEIGHT);
  out.put(out.whole, part.title, TITLE);
  writeAbove(out, part.facts);
  const tables = part.blocks.filter((block) => block.kind === "table");
  for (const block of part.blocks) {
    const top = out.row + 1;
    writeBlock(out, block, width);
    if (block.kind !== "table") continue;
    const last = top + headingRows(block) - 1;
    if (tables.length === 1) sheet.views = [{ state: "frozen", ySplit: last }];
    // Of several tables the last one is long. A page of the only one says what it is of.
    sheet.pageSetup.printTitlesRow = `${block === part.blocks[0] && tables.length === 1 ? 1 : top}:${last}`;
  }
  const [first] = part.blocks;
  if (first?.kind !== "table") out.next(LAST_LINE);
  setPage(sheet, out, look, hasSlips);
}

/** Programs pass over page breaks where a sheet is fitted to the page, so slips are not. */
function setPage(sheet: Worksheet, { row, whole }: SheetWriter, look: Paper["look"], hasBreaks: boolean): void {
  const margin = inchesOf(PAPER_MARGIN);
  const fit = hasBreaks ? { fitToPage: false, scale: 100 } : { fitToPage: true, fitToWidth: 1, fitToHeight: 0 };
  Object.assign(sheet.pageSetup, {
    paperSize: 9,
    orientation: look,
    ...fit,
    margins: { left: margin, right: margin, top: margin, bottom: inchesOf(PAPER_MARGIN + 4), header: 0.2, footer: 0.3 },
    horizontalCentered: true,
    printArea: `A$1:${sheet.getColumn(whole.last).letter}$${row}`,
  });
  sheet.headerFooter.oddFooter = say.footer;
}
