import { isRowId, olderCheck, rowIdOf } from "../../../apps-script/domain/exchange/row-id";
import { incomingFileOf } from "../../../apps-script/domain/merge/returned";
import { sealerOf } from "../../support/books";
import { idOf } from "../merge/lists";

const ENROLMENT = "B2024-00012";

test.each([
  ["of now", rowIdOf(ENROLMENT, "X00001", sealerOf("W-1"))],
  ["from before there were seals", `${ENROLMENT}.${olderCheck(ENROLMENT, "X00001", "W-1")}`],
  ["in full width", `${ENROLMENT}.7K3Q`.replace(/[A-Z]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))],
])("a row id %s", (_name, text) => {
  expect(isRowId(text)).toBe(true);
});

test.each(["2024-06-19T16:00:00.000Z", "600.0000", "V1.2024", "SY-2021.0012", "wang.1980", "二〇二四.ABCD"])(
  "%s is no row id, and a list that holds it bears no mark of ours",
  (text) => {
    expect(isRowId(text)).toBe(false);
    const rows = [
      ["姓名", "证件号", "证件有效期"],
      ["王梦", idOf(1), text],
    ].map((cells, place) => ({ at: place + 1, cells }));
    const { returned, lists } = incomingFileOf({
      file: "名单.xlsx",
      fingerprint: "f",
      sheets: [{ name: "人员", hidden: false, rows }],
    });
    expect([returned, lists[0]?.rows.length]).toEqual([null, 1]);
  },
);
