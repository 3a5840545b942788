import fc from "fast-check";
import { isMobile, readMobile } from "../../../apps-script/domain/people/phones";
import { aMobile } from "./residents";

test.each(["19900000001", "+86 199-0000-0001", "０１９９０００００００1", "8619900000001"])("%j is a mobile", (written) => {
  expect(readMobile(written)).toEqual({ text: "19900000001", problem: null });
});

test.each(["13000000000", "14000000000", "16600000000", "17000000000", "19200000000", "19600000000", "19700000000"])(
  "%s is in a range that grows",
  (mobile) => expect(isMobile(readMobile(mobile).text)).toBe(true),
);

test("a mobile in a number cell is taken and noted", () => {
  const reading = readMobile(19900000001);
  expect(reading).toMatchObject({ text: "19900000001", problem: { code: "R16", severity: "提示" } });
  expect(reading.problem?.message).toContain("199****0001");
});

test.each<[string | number, string]>([
  ["4760000", "4760000"],
  ["0535-4760000", "0535-4760000"],
  ["（0535）4760000", "(0535)4760000"],
  ["05354760000", "05354760000"],
  ["010-87654321", "010-87654321"],
  ["87654321-6001", "87654321-6001"],
  ["87654321转6001", "87654321转6001"],
  [5354760000, "5354760000"],
  [4760000, "4760000"],
])("%j is a landline", (written, text) => {
  expect(readMobile(written)).toMatchObject({ text, problem: { code: "R17" } });
});

test.each<[string | number | null, string]>([
  [null, "没有填写"],
  [" ", "没有填写"],
  ["1990000000", "10位"],
  ["199000000011", "12位"],
  ["12900000001", "13至19"],
  ["19900000001/19900000002", "2个号码"],
  ["19900000001、19900000002", "2个号码"],
  ["1.99E+10", "科学计数"],
  ["1990000000O", "数字以外"],
  ["无", "数字以外"],
  [1.5, "数字以外"],
])("%j: %s", (written, part) => {
  const reading = readMobile(written);
  expect(reading.problem?.message).toContain(part);
  expect(isMobile(reading.text)).toBe(false);
  expect(reading.problem).toMatchObject({ code: "R16", severity: "警告" });
});

test("a reading read again is the same", () => {
  fc.assert(
    fc.property(fc.oneof(aMobile, fc.string(), fc.stringMatching(/^[-+()0-9 ]{0,16}$/)), (written) => {
      const { text } = readMobile(written);
      expect(readMobile(text).text).toBe(text);
    }),
  );
});
