import {
  checkCreditCode,
  creditCheckCharacter,
  organisationCheckCharacter,
} from "../../../apps-script/domain/people/credit-code";

test.each(["91350100M000100Y43", "91370612MA3T0XY054", "93370612MA3T0XY05X", "91350100m000100y43", " ９1350100-M000100Y43", ""])(
  "%j is right",
  (code) => {
    expect(checkCreditCode(code)).toBeNull();
  },
);

test.each([
  ["91350100M000100Y4Z", "“Z”"],
  ["91350100M000100Y4", "17位"],
  ["91350100M000100Y44", "校验码"],
  ["91310115MA1H8R7C6D", "校验码"],
  ["91350100MOO0100Y43", "“O”"],
])("%s: %s", (code, part) => {
  expect(checkCreditCode(code)).toContain(part);
});

test("an organisation code may be wrong under a right last character", () => {
  const first17 = "91350100M000100Y5";
  expect(checkCreditCode(first17 + creditCheckCharacter(first17))).toContain("组织机构代码");
});

test("organisation codes: the check of the standard's example", () => {
  expect(organisationCheckCharacter("M000100Y")).toBe("4");
});

test("every wrong single character is caught", () => {
  const code = "91370612MA3T0XY054";
  for (let place = 0; place < 18; place += 1) {
    for (const other of "0123456789ABCDEFGHJKLMNPQRTUWXY") {
      if (other !== code.charAt(place))
        expect(checkCreditCode(code.slice(0, place) + other + code.slice(place + 1))).not.toBeNull();
    }
  }
});
