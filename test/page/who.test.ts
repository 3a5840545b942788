import { whoIn } from "../../apps-script/page/report/who";
import { bookOf } from "../support/books";

const { roster } = bookOf({
  roster: [
    { id: "B2024-00001", name: "某甲" },
    { id: "B2024-00002", name: null },
  ],
});
const added = [{ table: "roster", row: "B2024-00003", values: { id: "B2024-00003", name: "某丙" }, reason: "" }] as const;

test.each([
  ["B2024-00001", "某甲（B2024-00001）"],
  ["B2024-00001=300、B2024-00003=600", "某甲（B2024-00001）=300、某丙（B2024-00003）=600"],
  ["空 → B2024-00001", "空 → 某甲（B2024-00001）"],
  ["B2024-00002", "B2024-00002"],
  ["B2024-00009", "B2024-00009"],
  ["F00001", "F00001"],
])("%s is said as %s", (text, said) => {
  expect(whoIn(roster, added)(text)).toBe(said);
});
