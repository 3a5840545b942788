import fc from "fast-check";
import { aboutPeople, countAbout, isAbout } from "../../../apps-script/domain/changes/about-people";
import type { CellChange } from "../../../apps-script/domain/changes/change-set";

const cell = (row: string, column = "note", table: CellChange["table"] = "roster"): CellChange => ({
  ...{ table, row, column, before: null, after: "x", reason: "" },
});
const number = (place: number): string => `B2024-${String(place).padStart(5, "0")}`;
const about = (...cells: CellChange[]): string | null => aboutPeople({ cells, rows: [], blanked: [] });

test.each([
  ["numbers in order", [cell(number(7)), cell(number(2))], "B2024-00002、B2024-00007"],
  ["numbers that follow each other", [3, 4, 5, 9].map((place) => cell(number(place))), "B2024-00003~B2024-00005、B2024-00009"],
  ["each once", [cell(number(1)), cell(number(1), "mobile")], "B2024-00001"],
  ["class and card, which the program gives", [cell(number(1), "class"), cell(number(2), "card")], "B2024-00001~B2024-00002"],
  ["papers, which have the number of the enrolment", [cell(number(1), "deskForm", "papers")], "B2024-00001"],
  ["nobody for what is worked out every day", [cell(number(1), "slack"), cell(number(1), "light")], null],
  ["nobody for other tabs", [cell("F00001", "note", "payments")], null],
  ["who is numbered by the run itself", [{ ...cell("@5", "id"), after: number(8) }, cell("@5")], "B2024-00008"],
])("a run is about %s", (_, cells, told) => {
  expect(about(...cells)).toBe(told);
});

test("new and emptied enrolments are told, of too many it is said that there were", () => {
  const row = { table: "roster", row: number(3), values: {}, reason: "" } as const;
  expect(aboutPeople({ cells: [], rows: [row], blanked: [{ ...row, row: number(9) }] })).toBe("B2024-00003、B2024-00009");
  const many = about(...Array.from({ length: 400 }, (_, place) => cell(number(place * 2))));
  expect([isAbout(many, number(4)), isAbout(many, number(5))]).toEqual(["untold", "untold"]);
  expect(isAbout(null, number(1))).toBe(false);
});

test("whoever is told is found again, and nobody else", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1 }), (told) => {
      const people = about(...told.map((place) => cell(number(place))));
      const found = Array.from({ length: 62 }, (_, place) => place).filter((place) => isAbout(people, number(place)) === true);
      expect(found).toEqual([...told].sort((a, b) => a - b));
      expect(countAbout(people ?? "")).toBe(told.length);
    }),
  );
});
