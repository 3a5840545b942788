import fc from "fast-check";
import type { Enrolment } from "../../apps-script/domain/schema/roster";
import type { Card, Payment } from "../../apps-script/domain/schema/tables";
import type { Grid, Grids } from "../../apps-script/domain/snapshot/grid";
import { idOf } from "../domain/merge/lists";
import { oldBook } from "../domain/next-year/rolled";
import { papersIn } from "./books";
import { gridsOfBook } from "./counted-workbook";

const UNITS = ["甲矿业", "乙矿业"] as const;
const came = { reportedInOn: "2024-05-14", trained: "是" } as const;
const FATES: readonly Partial<Enrolment>[] = [
  {},
  { ...came, exam: "合格", state: "已完成" },
  { ...came, exam: "合格", state: "已完成", newValidUntil: "2027-06-20" },
  { ...came, exam: "不合格", examTries: 1 },
  { ...came, exam: "不合格", examTries: 2 },
  { ...came, lockedClass: "再培训班第三期", booking: "通过", bookedClass: "再培训班第三期" },
  { state: "离职" },
  { state: "取消", stateNote: "=自己取消" },
  { dutyAnswer: "证书已失效" },
];

const anyPerson = fc.record({
  who: fc.nat(7),
  fate: fc.constantFrom(...FATES),
  kind: fc.constantFrom("再培训", "再培训", "初培"),
  post: fc.constantFrom("主要负责人", "安全生产管理人员"),
  validUntil: fc.constantFrom("2026-06-20", "2025-01-15", "2024-11-02", "2026.2", null),
  unit: fc.constantFrom(...UNITS),
  paid: fc.constantFrom(0, 0, 300, 500),
  hasPapers: fc.boolean(),
});
type Person = typeof anyPerson extends fc.Arbitrary<infer T> ? T : never;

/** Any book at the end of 2024, with a column of staff's own in 名册, what the runs of the year left, and runs in its log. */
export const anyOldBook: fc.Arbitrary<Grids> = fc
  .record({ people: fc.array(anyPerson, { maxLength: 7 }), cards: fc.nat(3), runs: fc.nat(3) })
  .map(({ people, cards, runs }) => gridsOf(people, cards, runs));

function gridsOf(people: readonly Person[], cards: number, runs: number): Grids {
  const ids = people.map((_, at) => `B2024-${String(at + 1).padStart(5, "0")}`);
  const roster = people.map(({ who, fate, kind, post, validUntil, unit }, at): Partial<Enrolment> => {
    const one = {
      name: `某${who}`,
      idType: "居民身份证",
      idNumber: idOf(who),
      person: `P0000${who}`,
      mobile: `1380000000${who}`,
    };
    return { id: ids[at] ?? null, ...one, unit, post, kind, validUntil, ...fate } as Partial<Enrolment>;
  });
  const payments = people.flatMap(({ paid }, at): Partial<Payment>[] =>
    paid === 0 ? [] : [{ id: `F0000${at}`, day: "2024-05-14", amount: paid, method: "现金", shares: ids[at] ?? null }],
  );
  const papers = people.flatMap(({ hasPapers }, at) => (hasPapers ? [papersIn(ids[at] ?? "")] : []));
  const pool = Array.from({ length: cards + 1 }, (_, at): Partial<Card> => {
    const enrolment = (at === 0 ? ids[0] : null) ?? null;
    return { number: `K${at}`, password: `pw-${at}`, enrolment, state: enrolment === null ? null : "已领取" };
  });
  const units = UNITS.map((name) => ({ name, aliases: `${name}公司` }));
  const book = oldBook({ roster, payments, papers, cards: pool, units, exchanges: sentFiles(), settings: { personCounter: 7 } });
  const log = Array.from({ length: runs }, (_, at) => `R0000${at + 1}`);
  return gridsOfBook(book).map((grid) => withLog(withOwnColumn(grid), log));
}

function sentFiles() {
  const sent = { exchange: "L00001", unit: UNITS[0], file: "甲矿业.xlsx", people: 1, time: "2024-12-01T08:00:00+08:00" } as const;
  return [1, 2].map((generation) => ({ ...sent, direction: "发出" as const, generation, fingerprint: `f${generation}` }));
}

function withOwnColumn(grid: Grid): Grid {
  if (grid.title !== "名册") return grid;
  const rows = grid.rows.map((row, at) => ({ ...row, values: [...row.values, `住宿${at}`] }));
  return { ...grid, header: [...grid.header, "住宿"], rows };
}

function withLog(grid: Grid, log: readonly string[]): Grid {
  const lines = {
    操作记录: log.map((run) => [run, "2024-05-14T08:00:00+08:00", "甲", "全部执行", "菜单", 1, "改了", "完成", null]),
    _改动: log.flatMap((run) => [1, 2].map((part) => [run, part, "|{}"])),
  }[grid.title];
  return lines === undefined ? grid : { ...grid, rows: lines.map((values, at) => ({ at: at + 2, values })) };
}
