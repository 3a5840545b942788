import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { SentCells } from "../../apps-script/domain/exchange/sent-rows";
import type { FileFindings, Place, RefusedRow } from "../../apps-script/domain/merge/file-report";
import type { Refusal } from "../../apps-script/domain/merge/incoming";
import type { AnnotatedCell, AnnotatedRow, Stop } from "../../apps-script/domain/merge/returned";
import { forStaff, forUnit, joinedForUnit, type StaffSentence } from "../../apps-script/domain/wording/audience";
import type { CellVerdict } from "../../node-sync/src/exchange/annotated-copy";
import type { CellNote } from "../../node-sync/src/exchange/export/notes-parts";
import type { CellMark } from "../../node-sync/src/exchange/export/unit-book";

const root = resolve(__dirname, "../..");
const staff = forStaff("此人是“乙矿”的人员。");
const unit = forUnit("没有填写姓名。");

/** `tsc -p test` fails where one of these lines compiles: the compiler itself holds who may read what. */
test("what leaves for a unit takes a unit's sentence and no other", () => {
  const taken: readonly unknown[] = [
    { address: "A1", column: "姓名", message: unit } satisfies RefusedRow["reasons"][number],
    // @ts-expect-error a sentence for staff in the rows that go back
    { address: "A1", column: "姓名", message: staff } satisfies RefusedRow["reasons"][number],
    // @ts-expect-error a plain text
    { address: "A1", column: "姓名", message: "没有填写姓名。" } satisfies RefusedRow["reasons"][number],
    // @ts-expect-error a sentence for staff at a cell of the copy
    staff satisfies AnnotatedCell["reason"],
    // @ts-expect-error a sentence for staff over a row of the copy
    [staff] satisfies AnnotatedRow["reasons"],
    // @ts-expect-error a sentence for staff among the results
    staff satisfies CellVerdict["reason"],
    // @ts-expect-error a sentence for staff in a mark
    staff satisfies CellMark["note"],
    // @ts-expect-error a sentence for staff as a note of a sent file
    { row: 1, column: 1, text: staff } satisfies CellNote,
    // @ts-expect-error a sentence for staff at a cell that is sent
    { name: staff } satisfies SentCells["notes"],
    // @ts-expect-error a sentence for staff in what a unit is told of a refusal
    staff satisfies Refusal["told"],
    // @ts-expect-error put together, sentences for staff stay such
    joinedForUnit([unit, staff]),
  ];
  expect(taken).toHaveLength(11);
});

test("staff may read both, and nothing that is not known to be a sentence", () => {
  const both: readonly StaffSentence[] = [staff, unit];
  const stop: Pick<Stop, "message"> = { message: unit };
  const note = (findings: FileFindings, place: Place): void => {
    findings.note({ code: "E12", severity: "警告" }, place, null, staff);
    // @ts-expect-error a plain text
    findings.note({ code: "E12", severity: "警告" }, place, null, "此人");
  };
  expect([both.length, stop.message, note.length]).toEqual([2, unit, 2]);
});

test("sentences are made in the wording alone, and no other place says that a text is one", () => {
  const files = ["apps-script", "node-sync/src"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && !name.includes("dist"))
      .map((name) => join(root, folder, name)),
  );
  const offenders = files.flatMap((path) => {
    const name = relative(root, path);
    const text = readFileSync(path, "utf8");
    const makes = /\bfor(?:Staff|Unit)\(/u.test(text) && !name.split("/").includes("wording");
    const casts = /\bas (?:Unit|Staff)Sentence\b/u.test(text) && !name.endsWith("wording/audience.ts");
    return makes || casts ? [name] : [];
  });
  expect(files.length).toBeGreaterThan(300);
  expect(offenders).toEqual([]);
});
