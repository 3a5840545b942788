import type { UnitSentence } from "../../../../apps-script/domain/wording/audience";
import { cellName } from "../../xlsx/patch/a1";
import { cellText } from "../../xlsx/patch/cell-markup";

/** A note at a cell; row and column count from 1. */
export interface CellNote {
  readonly row: number;
  readonly column: number;
  readonly text: UnitSentence;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Shapes whose numbers one block of a drawing may give away. */
const BLOCK = 1024;

/** The two parts that hold the notes of a sheet: their texts, and the boxes that programs draw them in. */
export function notesParts(notes: readonly CellNote[], author: string): { readonly comments: string; readonly drawing: string } {
  const list = notes.map(
    ({ row, column, text }) =>
      `<comment ref="${cellName(row, column)}" authorId="0"><text><r><rPr><sz val="10"/><color indexed="81"/><rFont val="微软雅黑"/></rPr><t xml:space="preserve">${cellText(text)}</t></r></text></comment>`,
  );
  const comments = `${HEAD}<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>${cellText(author)}</author></authors><commentList>${list.join("")}</commentList></comments>`;
  const blocks = Array.from({ length: Math.floor(notes.length / BLOCK) + 1 }, (_, block) => block + 1).join(",");
  const drawing = `${HEAD}<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${blocks}"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${notes.map(shape).join("")}</xml>`;
  return { comments, drawing };
}

/** A box right of its cell, tall enough for its text at eighteen characters a line. */
function shape({ row, column, text }: CellNote, index: number): string {
  const lines = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil([...line].length / 18)), 0);
  const height = Math.max(3, Math.ceil((lines * 17 + 14) / 34) + 1);
  const top = Math.max(0, row - 2);
  const anchor = `${column}, 12, ${top}, 8, ${column + 2}, 60, ${top + height}, 4`;
  return `<v:shape id="_x0000_s${BLOCK + 1 + index}" type="#_x0000_t202" style="position:absolute;width:230pt;height:${lines * 17 + 14}pt;z-index:${index + 1};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"/></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`;
}
