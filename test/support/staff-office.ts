import { ROSTER, TABLES } from "../../apps-script/domain/schema/index";
import { cellName } from "../../node-sync/src/xlsx/patch/a1";
import { officeWorkbook } from "./office-workbook";
import { insertBefore, PackageEditor } from "./package-editor";
import { withStaffParts } from "./staff-parts";

/** The letters of a column, counted from 1. */
const lettersOf = (column: number): string => cellName(1, column).slice(0, -1);
const columnCount = Object.keys(ROSTER.columns).length;
export const rosterColumn = (name: keyof typeof ROSTER.columns): string =>
  lettersOf(Object.keys(ROSTER.columns).indexOf(name) + 1);

const part = `xl/worksheets/sheet${Object.keys(TABLES).indexOf("roster") + 2}.xml`;
const [greeting, owed, remark] = [1, 2, 3].map((more) => lettersOf(columnCount + more));

/** The columns that staff added to 名册: two of formulas, one to fill in. */
export const staffColumns = { greeting, owed, remark };

/**
 * The office's workbook as it looks after months of use: all staff parts, and in 名册 three columns of their own, a list
 * of their own, a mark on equal names and the filter switched on over all rows.
 */
export async function staffOffice(people: number): Promise<Buffer> {
  const lastRow = people + 1;
  const base = await withStaffParts(await officeWorkbook(people), {
    part,
    lastRow,
    amount: rosterColumn("feeDue"),
    pivot: { left: rosterColumn("name"), right: rosterColumn("idType"), titles: ["姓名", "证件类型"] },
    chosen: `${greeting}`,
  });
  const book = await PackageEditor.of(base);
  book.edit(part, (xml) => ownMarks(ownColumns(xml, lastRow), lastRow));
  const filter = `A1:${lettersOf(columnCount)}${lastRow}`;
  book.edit(part, (xml) => xml.replace(/<autoFilter ref="[^"]*"/, `<autoFilter ref="${filter}"`));
  const place = filter.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
  const name = `<definedName name="_xlnm._FilterDatabase" localSheetId="1" hidden="1">名册!${place}</definedName>`;
  book.edit("xl/workbook.xml", (xml) => xml.replace("<definedNames>", () => `<definedNames>${name}`));
  return book.pack();
}

/** The formulas are filled down the way Excel writes it: one shared formula for the whole column. */
function ownColumns(xml: string, lastRow: number): string {
  const [name, due, paid] = [rosterColumn("name"), rosterColumn("feeDue"), rosterColumn("feePaid")];
  const titles = ["称呼", "欠费", "谁来电"];
  return xml.replace(/<row r="(\d+)"[\s\S]*?<\/row>/g, (row, number: string) => {
    const cells =
      number === "1"
        ? titles.map((title, index) => `<c r="${lettersOf(columnCount + 1 + index)}1" t="inlineStr"><is><t>${title}</t></is></c>`)
        : [
            `<c r="${greeting}${number}" t="str"><f>${name}${number}&amp;"同志"</f><v>旧</v></c>`,
            number === "2"
              ? `<c r="${owed}2"><f t="shared" ref="${owed}2:${owed}${lastRow}" si="0">${due}2-${paid}2</f><v>-1</v></c>`
              : `<c r="${owed}${number}"><f t="shared" si="0"/><v>-1</v></c>`,
          ];
    return row.replace("</row>", `${cells.join("")}</row>`);
  });
}

function ownMarks(xml: string, lastRow: number): string {
  const name = rosterColumn("name");
  const marks = `<conditionalFormatting sqref="${name}2:${name}${lastRow}"><cfRule type="duplicateValues" priority="99"/></conditionalFormatting>`;
  const list = `<dataValidation type="list" allowBlank="1" sqref="${remark}2:${remark}${lastRow}"><formula1>"本人,单位"</formula1></dataValidation>`;
  const counted = xml.replace(
    /<dataValidations count="(\d+)"/,
    (_, count: string) => `<dataValidations count="${Number(count) + 1}"`,
  );
  return insertBefore(counted, ["dataValidations"], marks).replace("</dataValidations>", `${list}</dataValidations>`);
}
