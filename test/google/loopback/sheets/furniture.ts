import type { sheets_v4 } from "googleapis/build/src/apis/sheets";
import { type Area, covers, overlaps } from "../../workbook/area";
import { refuseProtected } from "../../workbook/protect";
import { setValue } from "../../workbook/sheet-model";
import type { InMemoryWorkbook } from "../../workbook/workbook";
import { invalid, NotInLoopback } from "../api-error";
import { eachCell, gridOf, gridRangeOf, placeOfGridRange } from "./grid-range";

/** Filters without conditions only; one that was there is replaced. */
export function setBasicFilter(book: InMemoryWorkbook, { filter }: sheets_v4.Schema$SetBasicFilterRequest): undefined {
  const more = Object.keys(filter ?? {}).find((name) => name !== "range");
  if (more) throw new NotInLoopback(`The loopback's filters have no ${more}.`);
  const { sheet, area } = placeOfGridRange(book, filter?.range);
  refuseProtected(sheet, area);
  sheet.filter = area;
  return undefined;
}

export function clearBasicFilter(book: InMemoryWorkbook, { sheetId }: sheets_v4.Schema$ClearBasicFilterRequest): undefined {
  gridOf(book, sheetId).filter = null;
  return undefined;
}

/** The first cell's value stays, the others go. */
export function mergeCells(book: InMemoryWorkbook, given: sheets_v4.Schema$MergeCellsRequest): undefined {
  if (given.mergeType !== "MERGE_ALL")
    throw new NotInLoopback(`The loopback merges all cells of a range, not ${given.mergeType}.`);
  const { sheet, area } = placeOfGridRange(book, given.range);
  if (sheet.merges.some((merge) => overlaps(merge, area) && !within(merge, area))) {
    throw invalid("You must select all cells in a merged range to merge or unmerge them.");
  }
  refuseProtected(sheet, area);
  sheet.merges = [...sheet.merges.filter((merge) => !within(merge, area)), area];
  eachCell(area, (row, column) => {
    const isFirst = row === area.row && column === area.column;
    if (!isFirst && sheet.peek(row, column)) setValue(sheet.cell(row, column), "");
  });
  return undefined;
}

export function unmergeCells(book: InMemoryWorkbook, given: sheets_v4.Schema$UnmergeCellsRequest): undefined {
  const { sheet, area } = placeOfGridRange(book, given.range);
  if (sheet.merges.some((merge) => overlaps(merge, area) && !within(merge, area))) {
    throw invalid("You must select all cells in a merged range to merge or unmerge them.");
  }
  refuseProtected(sheet, area);
  sheet.merges = sheet.merges.filter((merge) => !within(merge, area));
  return undefined;
}

/** The name serves as the id. */
export function addNamedRange(book: InMemoryWorkbook, { namedRange }: sheets_v4.Schema$AddNamedRangeRequest): object {
  const name = namedRange?.name ?? "";
  if (!/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) || /^[A-Za-z]{1,3}\d+$/.test(name)) throw invalid(`Invalid name: ${name}`);
  if (book.namedAreas.some((other) => other.name === name)) {
    throw invalid(`Cannot add named range with name: ${name}. The named range already exists.`);
  }
  const { sheet, area } = placeOfGridRange(book, namedRange?.range);
  book.namedAreas.push({ name, sheetId: sheet.id, areas: [area] });
  return { namedRange: { namedRangeId: name, name, range: gridRangeOf(sheet, area) } };
}

export function deleteNamedRange(book: InMemoryWorkbook, given: sheets_v4.Schema$DeleteNamedRangeRequest): undefined {
  if (!book.namedAreas.some(({ name }) => name === given.namedRangeId))
    throw invalid(`No named range with id: ${given.namedRangeId}`);
  book.namedAreas = book.namedAreas.filter(({ name }) => name !== given.namedRangeId);
  return undefined;
}

function within(inner: Area, outer: Area): boolean {
  return covers(outer, inner.row, inner.column) && covers(outer, inner.row + inner.rows - 1, inner.column + inner.columns - 1);
}
