import fc from "fast-check";
import { checkCharacter } from "../../../apps-script/domain/people/check-character";
import { readResidentId } from "../../../apps-script/domain/people/resident-id";
import { anId } from "./residents";

const today = "2024-03-01";
const codes = (id: string, day = today) => readResidentId(id, day).problems.map((problem) => problem.code);

describe("valid resident ids", () => {
  test.each([
    ["379999196402290013", "1964-02-29", "男"],
    ["379999198001010024", "1980-01-01", "女"],
    ["37999919750815003X", "1975-08-15", "男"],
  ])("%s", (id, birth, sex) => {
    expect(readResidentId(id, today)).toEqual({ valid: true, problems: [], birth, sex, proposal: null });
  });
});

describe("what is wrong with an id, by the first thing that is", () => {
  test.each([
    ["", ["R03"]],
    ["37999919640229001", ["R03"]],
    ["3799991964022900133", ["R03"]],
    ["37999919640229O013", ["R04"]],
    ["X79999196402290013", ["R04"]],
    ["37999964022900X", ["R04"]],
    ["37999919750815003x", ["R04"]],
    ["379999196502290010", ["R05"]],
    ["379999198013010013", ["R05"]],
    ["379999198000010013", ["R05"]],
    ["379999650229001", ["R05"]],
    ["379999209912310010", ["R06"]],
    ["379999200906010037", ["R07"]],
    ["379999196402290014", ["R08"]],
    ["370613201704011231", ["R07", "R08"]],
    ["61232119840216192X", ["R08"]],
    ["110101199001011234", ["R08"]],
    ["379999640229001", ["R10"]],
  ])("%s", (id, expected) => {
    expect(codes(id)).toEqual(expected);
  });

  test("the check character of the page that should end in 4", () => {
    expect(checkCharacter("37061320170401123")).toBe("4");
  });

  test.each(["2023-06-01", "2025-05-31"])("age on %s warns", (day) => {
    expect(codes("379999200906010037", day)).toEqual(["R07"]);
  });

  test.each(["2025-06-01", "2089-06-01", "2090-05-31"])("age on %s is fine", (day) => {
    expect(codes("379999200906010037", day)).toEqual([]);
  });

  test("81 is older than 80", () => {
    expect(codes("379999200906010037", "2090-06-01")).toEqual(["R07"]);
  });

  test("a birth day on today is not in the future", () => {
    expect(codes("379999200906010037", "2009-06-01")).toEqual(["R07"]);
    expect(codes("379999200906010037", "2009-05-31")).toEqual(["R06"]);
  });
});

test("areas only warn, and 379999 does not", () => {
  const withArea = (area: string) => {
    const first17 = `${area}19800101001`;
    return first17 + checkCharacter(first17);
  };
  expect(codes(withArea("379999"))).toEqual([]);
  for (const area of ["810000", "820000", "830000", "710000", "910000", "650000"]) expect(codes(withArea(area))).toEqual([]);
  for (const area of ["000000", "160000", "240000", "990000"]) {
    expect(codes(withArea(area))).toEqual(["R09"]);
    expect(readResidentId(withArea(area), today).valid).toBe(true);
  }
});

test("an old number is accepted, with the new form to confirm", () => {
  const reading = readResidentId("379999640229001", today);
  expect(reading).toMatchObject({ valid: true, birth: "1964-02-29", sex: "男", proposal: "379999196402290013" });
});

test("a temporary school number is named as one", () => {
  const [problem] = readResidentId("999379199001010011", today).problems;
  expect(problem?.code).toBe("R08");
  expect(problem?.message).toContain("临时编号");
});

test("every wrong single character is caught", () => {
  fc.assert(
    fc.property(anId, (id) => {
      expect(readResidentId(id, today).valid).toBe(true);
      for (let place = 0; place < 18; place += 1) {
        for (const other of place === 17 ? "0123456789X" : "0123456789") {
          if (other === id.charAt(place)) continue;
          expect(readResidentId(id.slice(0, place) + other + id.slice(place + 1), today).valid).toBe(false);
        }
      }
    }),
    { numRuns: 30 },
  );
});

test("two neighbours swapped are caught", () => {
  fc.assert(
    fc.property(anId, fc.integer({ min: 0, max: 15 }), (id, place) => {
      const [a, b] = [id.charAt(place), id.charAt(place + 1)];
      fc.pre(a !== b);
      expect(readResidentId(id.slice(0, place) + b + a + id.slice(place + 2), today).valid).toBe(false);
    }),
  );
});

test("no message shows the day of birth", () => {
  fc.assert(
    fc.property(anId, fc.integer({ min: 0, max: 9 }), (id, digit) => {
      for (const written of [id.slice(0, 17), `${id.slice(0, 17)}${digit}`, id.replace(/^./, "O")]) {
        for (const problem of readResidentId(written, today).problems) expect(problem.message).not.toContain(id.slice(6, 14));
      }
    }),
  );
});
