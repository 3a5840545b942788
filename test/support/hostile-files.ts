import { deflateRawSync } from "node:zlib";
import { workbookOf } from "../readers/support/minimal-workbook";
import { zipOf } from "../readers/support/zip";
import { bytesOf } from "./hand-workbook";
import { insertBefore } from "./package-editor";

/** A file that could cost a PC its memory or a program its patience, and the code of what becomes of it. */
export interface HostileFile {
  readonly file: string;
  readonly bytes: Buffer;
  /** Of its refusal; `same` when it is read as the file that was sent, `list` when it is read as somebody's own list. */
  readonly end: string;
}

const MEGABYTE = 1024 * 1024;
const LAST_ROW = 1_048_576;
const PEOPLE = "xl/worksheets/sheet1.xml";

/**
 * Made of a file that a unit was sent: so each has its identity, and those that are read are read twice.
 *
 * @param lastRow of the blank rows after the people
 */
export async function hostileFiles(sent: Buffer, { lastRow = LAST_ROW } = {}): Promise<HostileFile[]> {
  const parts = await bytesOf(sent);
  const list = parts.get(PEOPLE)?.toString("utf8") ?? "";
  const withList = (xml: string): Buffer =>
    zipOf([...parts].map(([name, data]) => ({ name, data: name === PEOPLE ? xml : data })));
  const withMedia = (count: number, size: number): Buffer => {
    const packed = deflateRawSync(Buffer.alloc(size, 32));
    const media = Array.from({ length: count }, (_, place) => ({
      name: `xl/media/${place}`,
      data: "",
      packed,
      declaredSize: size,
    }));
    return zipOf([...[...parts].map(([name, data]) => ({ name, data })), ...media]);
  };
  return [
    { file: "炸弹.xlsx", bytes: withMedia(5, 80 * MEGABYTE), end: "too-large" },
    { file: "谎报大小.xlsx", bytes: lying(parts), end: "broken" },
    { file: "空行.xlsx", bytes: withList(list.replace("</sheetData>", `${blankRows(list, lastRow)}</sheetData>`)), end: "same" },
    { file: "整列校验.xlsx", bytes: withList(wholeColumns(list)), end: "same" },
    { file: "原型.xlsx", bytes: withList(prototypes(list)), end: "same" },
    { file: "截断.xlsx", bytes: sent.subarray(0, sent.length / 2), end: "truncated" },
    { file: "加密.xlsx", bytes: encrypted(), end: "encrypted" },
    { file: "网页.xls", bytes: Buffer.from(webPage(300)), end: "list" },
    { file: "重复.ods", bytes: repeating(), end: "too-large" },
    { file: "空.xlsx", bytes: Buffer.alloc(0), end: "empty" },
    { file: "没有表.xlsx", bytes: workbookOf([]), end: "no-sheets" },
  ];
}

/** The list's part inflates to far more than it says. */
function lying(parts: ReadonlyMap<string, Buffer>): Buffer {
  const packed = deflateRawSync(Buffer.alloc(20 * MEGABYTE, 32));
  return zipOf(
    [...parts].map(([name, data]) => (name === PEOPLE ? { name, data: "", packed, declaredSize: data.length } : { name, data })),
  );
}

function blankRows(list: string, lastRow: number): string {
  const first = 1 + Math.max(...[...list.matchAll(/<row r="(\d+)"/gu)].map(([, at]) => Number(at)));
  const rows: string[] = [];
  for (let at = first; at <= lastRow; at++) rows.push(`<row r="${at}" s="1" customFormat="1"><c r="B${at}" s="1"/></row>`);
  return rows.join("");
}

function wholeColumns(list: string): string {
  const columns = [..."ABCDEFGHI"].map(
    (letter) =>
      `<dataValidation type="list" sqref="${letter}1:${letter}${LAST_ROW}"><formula1>"是,否"</formula1></dataValidation>`,
  );
  const without = list.replace(/<dataValidations.*?<\/dataValidations>/su, "");
  return insertBefore(
    without,
    ["hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "legacyDrawing"],
    `<dataValidations count="9">${columns.join("")}</dataValidations>`,
  );
}

/** Headers that are names of what every object has. */
function prototypes(list: string): string {
  const header = ["__proto__", "constructor", "toString"]
    .map((name, place) => `<c r="${"TUV"[place]}2" t="inlineStr"><is><t>${name}</t></is></c>`)
    .join("");
  const value = '<c r="T3" t="inlineStr"><is><t>polluted</t></is></c>';
  return list
    .replace(/(<row r="2".*?)<\/row>/su, (_, row: string) => `${row}${header}</row>`)
    .replace(/(<row r="3".*?)<\/row>/su, (_, row: string) => `${row}${value}</row>`);
}

/** An encrypted .xlsx is a compound file with this stream. */
function encrypted(): Buffer {
  const stream = Buffer.from("EncryptedPackage", "utf16le");
  return Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(1024), stream, Buffer.alloc(MEGABYTE)]);
}

function webPage(rows: number): string {
  const line = (place: number): string => `<tr><td>某${place}</td><td>${place}</td><td>某矿业有限公司</td></tr>`;
  const lines = Array.from({ length: rows }, (_, place) => line(place));
  return `<html><meta charset="utf-8"><table><tr><td>姓名</td><td>证件号</td><td>工作单位</td></tr>${lines.join("")}</table></html>`;
}

/** A few bytes that stand for every cell that a sheet can have. */
function repeating(): Buffer {
  const cell = `<table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>满</text:p></table:table-cell>`;
  const row = `<table:table-row table:number-rows-repeated="${LAST_ROW}">${cell}</table:table-row>`;
  const names = ["office", "table", "text"].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`);
  const sheet = `<office:spreadsheet><table:table table:name="表">${row}</table:table></office:spreadsheet>`;
  return zipOf([
    { name: "mimetype", data: "application/vnd.oasis.opendocument.spreadsheet" },
    {
      name: "content.xml",
      data: `<office:document-content ${names.join(" ")}><office:body>${sheet}</office:body></office:document-content>`,
    },
  ]);
}
