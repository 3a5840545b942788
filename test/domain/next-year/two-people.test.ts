import { refuseUnready } from "../../../apps-script/domain/next-year/ready-to-carry";
import { contextOf } from "../../../apps-script/domain/rules/context";
import type { Enrolment } from "../../../apps-script/domain/schema/roster";
import { person } from "./carried-twice";
import { DECEMBER, oldBook, rolled } from "./rolled";

const same = { person: "P00001" };

describe("one 人员编号 on two rows", () => {
  test.each<[string, Partial<Enrolment>, boolean]>([
    ["of two people", person(1, same), true],
    ["of two people, one of whom gave up", person(1, { ...same, state: "取消" }), false],
    ["of one who has another document by now", person(1, { ...same, name: "某甲" }), false],
    ["of one whose document is not known", person(1, { ...same, idNumber: null }), false],
    ["of two people with two posts", person(1, { ...same, post: "安全生产管理人员" }), false],
  ])("%s", (_name, row, isRefused) => {
    const book = oldBook({ roster: [person(0, same), row] });
    const ask = (): void => refuseUnready(book, contextOf(book, DECEMBER), 2025);
    if (isRefused) expect(ask).toThrow("是两个人，人员编号却都是P00001");
    else expect(ask).not.toThrow();
  });

  test("nobody is lost where staff have put two documents together", () => {
    const { next } = rolled(oldBook({ roster: [person(0, same), person(1, { ...same, name: "某甲" })] }));
    expect(next.roster).toHaveLength(1);
  });
});
