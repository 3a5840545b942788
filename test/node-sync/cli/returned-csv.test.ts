import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as XLSX from "@e965/xlsx";
import { anpei, emptyFolder } from "../../support/cli";
import { SENT_UNITS, sentOffice } from "../../support/sent-office";

const UNIT = SENT_UNITS[0];
/** What Excel makes of an id of digits alone when a .csv is opened and saved: as wide as the column is. */
const SAVED: Readonly<Record<string, (id: string) => string>> = {
  "in a narrow column": (id) => Number(id).toExponential(5).toUpperCase(),
  "in a wide column": (id) => `${id.slice(0, 15)}000`,
};

test.each(Object.keys(SAVED))(
  "a unit's own file saved as .csv, its ids damaged %s, keeps the ids and takes the rest",
  async (width) => {
    const folder = emptyFolder();
    const book = join(folder, "名册.xlsx");
    writeFileSync(book, await sentOffice());
    const call = (...args: string[]) => anpei([...args, "--book", book, "--json", "--today", "2024-03-12"]);
    call("export", "--out", join(folder, "发件"));
    const before = call("show", "名册").json as { rows: Record<string, unknown>[] };
    const sheet = XLSX.read(readFileSync(join(folder, "发件", `${UNIT}.xlsx`))).Sheets.学员;
    const lines = XLSX.utils.sheet_to_csv(sheet ?? {}).split("\n");
    const isDigits = (id: unknown): boolean => /^\d{18}$/u.test(String(id));
    const own = before.rows.filter((row) => row.工作单位 === UNIT);
    const damaged = own.filter((row) => isDigits(row.证件号)).length;
    expect(damaged).toBeGreaterThan(2);
    const saved = lines
      .map((line) => line.replace(/\b\d{18}\b/gu, (id) => SAVED[width]?.(id) ?? id))
      .map((line) => line.replace("证3号", "证33号"));
    const path = join(folder, `${UNIT}.csv`);
    writeFileSync(path, `\ufeff${saved.join("\r\n")}`);
    const { json } = call("import", path, "--replies", join(folder, "回执"));
    const [file] = (json as { files: { kind: string; rows: object; findings: { message: string }[] }[] }).files;
    expect(file).toMatchObject({ kind: "returned", rows: { total: 5, new: 0, changed: 1, refused: 0 } });
    expect(file?.findings.filter(({ message }) => message.includes("保留原来的号码"))).toHaveLength(damaged);
    const after = call("show", "名册").json as typeof before;
    const changed = after.rows.filter((row, place) => row.证书编号 !== before.rows[place]?.证书编号);
    expect(changed.map((row) => row.证书编号)).toEqual(["证33号"]);
    expect(after.rows.map((row) => row.证件号)).toEqual(before.rows.map((row) => row.证件号));
  },
);
