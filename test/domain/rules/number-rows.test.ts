import { withChanges } from "../../../apps-script/domain/changes/advance";
import { contextOf } from "../../../apps-script/domain/rules/context";
import { numberRows } from "../../../apps-script/domain/rules/number-rows";
import type { Enrolment } from "../../../apps-script/domain/schema/roster";
import { bookOf } from "../../support/books";

const today = "2024-03-01";

function numbered(roster: Partial<Enrolment>[], settings: Record<string, number> = {}) {
  const book = bookOf({ roster, settings });
  const outcome = numberRows(book, contextOf(book, today));
  return { outcome, after: withChanges(book, outcome) };
}

const bare = { id: null, person: null, key: "@2" } as const;

describe("numbering rows that staff typed in", () => {
  test("gives numbers above the counter and above every number in use", () => {
    const { after } = numbered(
      [
        { ...bare, at: 2, key: "@2" },
        { id: "B2024-00009", key: "B2024-00009", at: 3 },
        { ...bare, at: 4, key: "@4" },
      ],
      {
        enrolmentCounter: 4,
      },
    );
    expect(after.roster.map((row) => row.id)).toEqual(["B2024-00010", "B2024-00009", "B2024-00011"]);
    expect(after.settings.find((row) => row.item === "报名编号计数")?.value).toBe(11);
  });

  test("never gives a number again whose row is gone", () => {
    const { after } = numbered([{ ...bare, at: 2, key: "@2" }], { enrolmentCounter: 41 });
    expect(after.roster[0]?.id).toBe("B2024-00042");
  });

  test("the same id is the same person, however it is written; a damaged one never is", () => {
    const ids = [
      "379999198001010024",
      " 37999919800101002４",
      "379999198001010024x".slice(0, 18),
      379999198001010050,
      379999198001010050,
      null,
    ];
    const { after } = numbered(ids.map((idNumber, index) => ({ ...bare, at: index + 2, key: `@${index + 2}`, idNumber })));
    const people = after.roster.map((row) => row.person);
    expect(people.slice(0, 3)).toEqual(["P00001", "P00001", "P00001"]);
    expect(new Set(people.slice(2)).size).toBe(4);
  });

  test("a second time there is nothing to number", () => {
    const { after } = numbered([{ ...bare, at: 2, key: "@2" }]);
    expect(numberRows(after, contextOf(after, today)).cells).toEqual([]);
  });
});
