import { cards } from "../../../apps-script/domain/rules/cards";
import type { Enrolment } from "../../../apps-script/domain/schema/roster";
import type { Card } from "../../../apps-script/domain/schema/tables";
import type { Snapshot } from "../../../apps-script/domain/snapshot/snapshot";
import { bookOf } from "../../support/books";
import { runOn } from "../../support/running";

const today = "2024-03-01";
const key = "B2024-00001";
const approved: Partial<Enrolment> = { name: "王某", booking: "通过", class: "再培训班第二期" };
const pool = (...numbers: string[]): Partial<Card>[] => numbers.map((number) => ({ number, password: `pw-${number}` }));

function run(roster: readonly Partial<Enrolment>[], list: readonly Partial<Card>[]) {
  const ran = runOn(cards, bookOf({ roster, cards: list }), today);
  return { ...ran, ran };
}

describe("what contradicts itself is left alone", () => {
  test.each<[string, Partial<Enrolment>[], Partial<Card>[], string[]]>([
    ["the same card twice", [approved], [{ number: "A1" }, { number: "Ａ 1" }], ["C01", "C01", "C10"]],
    ["a holder nobody knows", [approved], [{ number: "001", enrolment: "B2024-00099", state: "已领" }], ["C02", "C10"]],
    ["名册 shows another card", [{ ...approved, card: "009" }], [{ number: "001", enrolment: key, state: "已领" }], ["C03"]],
    ["名册 shows a free card", [{ ...approved, card: "001" }, approved], pool("001"), ["C03", "C10"]],
    [
      "two cards",
      [{ ...approved, card: "001" }],
      [
        { number: "001", enrolment: key },
        { number: "002", enrolment: key },
      ],
      ["C04"],
    ],
    [
      "two rows show one card",
      [
        { ...approved, card: "001" },
        { ...approved, card: "001" },
      ],
      [{ number: "001", enrolment: key, state: "未领" }],
      ["C03"],
    ],
    ["a taking day without card", [{ booking: null, cardTakenOn: "2024-02-01" }], pool("001"), ["C07"]],
  ])("%s", (_name, roster, list, codes) => {
    const { outcome, ran } = run(roster, list);
    expect(outcome.cells).toEqual([]);
    expect(ran.codes).toEqual(codes);
  });

  test("bound again more than once", () => {
    expect(run([], [{ number: "001", rebinds: 2 }]).ran.codes).toEqual(["C08"]);
  });

  test("an archived holder is known", () => {
    const book = bookOf({ cards: [{ number: "001", enrolment: "B2023-00001", state: "过期" }] });
    const history = [{ key: "B2023-00001", at: 2, id: "B2023-00001" }] as unknown as Snapshot["history"];
    expect(runOn(cards, { ...book, history }, today).codes).toEqual([]);
  });
});
