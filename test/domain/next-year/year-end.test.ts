import type { Enrolment } from "../../../apps-script/domain/schema/roster";
import { idOf } from "../merge/lists";
import { oldBook, rolled } from "./rolled";

/** One person of 安生矿业, 再培训, whose certificate runs to 2026. */
const somebody: Partial<Enrolment> = {
  name: "某甲",
  idType: "居民身份证",
  idNumber: idOf(1),
  unit: "安生矿业",
  post: "主要负责人",
  kind: "再培训",
  certificate: "证0001",
  validUntil: "2026-06-20",
};
const passed: Partial<Enrolment> = { trained: "是", exam: "合格", examOn: "2024-06-25", state: "已完成" };
const failed: Partial<Enrolment> = { trained: "是", exam: "不合格", examTries: 1, examOn: "2024-06-25" };
const failedTwice: Partial<Enrolment> = { ...failed, examTries: 2 };

/** What is carried over of rows of one person and post: 证件有效期 and what staff are told; or why nothing is. */
function endOf(...rows: readonly Partial<Enrolment>[]): string {
  const { next, report } = rolled(oldBook({ roster: rows.map((row) => ({ ...somebody, person: "P00001", ...row })) }));
  if (next.roster.length > 1) return `${next.roster.length} rows`;
  const [row] = next.roster;
  const why = Object.entries(report.left).flatMap(([reason, lines]) => (lines.length > 0 ? [reason] : []));
  if (row === undefined) return `none: ${why.join(" ")}`;
  return `${row.kind} ${row.validUntil ?? "no day"}${row.stateNote === null ? "" : ` | ${row.stateNote}`}`;
}

const unverified = "2024年度没有在这里再培训，请到省厅系统核实证书是否还有效";
const twice = "2024年度补考也没有通过，请到省厅系统核实证书是否还有效";

test.each<[string, readonly Partial<Enrolment>[], string]>([
  ["passed, 有效期不变", [passed], "再培训 2026-06-20"],
  ["passed, with a new day", [{ ...passed, newValidUntil: "2027-12-31" }], "再培训 2027-12-31"],
  [
    "passed, the certificate ends this year, the new day is not typed yet",
    [{ ...passed, validUntil: "2024-11-03" }],
    "再培训 no day | 2024年度已合格，新证的有效期还没有登记",
  ],
  ["passed, 已完成 by staff's word alone", [{ state: "已完成" }], "再培训 2026-06-20"],
  ["初培 passed", [{ kind: "初培", validUntil: null, ...passed, newValidUntil: "2027-06-30" }], "再培训 2027-06-30"],
  [
    "初培 passed, the day is not typed yet",
    [{ kind: "初培", validUntil: null, ...passed }],
    "再培训 no day | 2024年度已合格，新证的有效期还没有登记",
  ],
  ["初培 failed twice", [{ kind: "初培", validUntil: null, ...failedTwice }], "none: notCertified"],
  ["初培 never came", [{ kind: "初培", validUntil: null }], "none: notCertified"],
  ["初培, the 补考 is ahead", [{ kind: "初培", validUntil: null, ...failed }], "none: awaitsResult"],
  ["初培, trained, no exam yet", [{ kind: "初培", validUntil: null, trained: "是" }], "none: awaitsResult"],
  ["换证 done", [{ kind: "换证", ...passed, newValidUntil: "2027-06-20" }], "再培训 2027-06-20"],
  ["never came, the certificate is valid yet", [{}], `再培训 2026-06-20 | ${unverified}`],
  ["never came, a certificate of this year owes nothing yet", [{ validUntil: "2027-06-20" }], "再培训 2027-06-20"],
  ["never came, the certificate ran out", [{ validUntil: "2024-06-20" }], "none: lapsed"],
  ["never came, the certificate runs out before the year ends", [{ validUntil: "2024-12-31" }], "none: lapsed"],
  [
    "never came, it runs out on the first day of the new year",
    [{ validUntil: "2025-01-01" }],
    `再培训 2025-01-01 | ${unverified}`,
  ],
  ["failed twice, the certificate is valid yet", [failedTwice], `再培训 2026-06-20 | ${twice}`],
  ["failed twice, the certificate ran out", [{ ...failedTwice, validUntil: "2024-11-20" }], "none: lapsed"],
  ["the 补考 is ahead", [failed], "再培训 2026-06-20 | 上年补考未结束，在2024年度的工作簿里继续办"],
  ["the exam was missed", [{ ...failed, exam: "缺考" }], "再培训 2026-06-20 | 上年补考未结束，在2024年度的工作簿里继续办"],
  ["trained, no exam yet", [{ trained: "是" }], "再培训 2026-06-20 | 上年考试未结束，在2024年度的工作簿里继续办"],
  ["trained, the certificate ends this year", [{ trained: "是", validUntil: "2024-12-28" }], "none: awaitsResult"],
  ["done elsewhere", [{ dutyAnswer: "已在别处完成" }], "再培训 2026-06-20"],
  [
    "done elsewhere, the certificate ended",
    [{ dutyAnswer: "已在别处完成", validUntil: "2024-06-20" }],
    "再培训 no day | 2024年度已合格，新证的有效期还没有登记",
  ],
  ["found void by staff", [{ dutyAnswer: "证书已失效" }], "none: lapsed"],
  ["已失效", [{ state: "已失效" }], "none: lapsed"],
  ["离职", [{ state: "离职" }], "none: left"],
  ["离职 after the pass", [{ ...passed, state: "离职" }], "none: left"],
  ["取消", [{ state: "取消" }], "再培训 2026-06-20 | 2024年度取消了报名，请核实是否还参加"],
  ["no day", [{ validUntil: null }], "再培训 no day | 证件有效期没有填"],
  ["a day that cannot be read", [{ validUntil: "明年夏天" }], "再培训 明年夏天 | 证件有效期看不懂，照原文带过来"],
  ["转班, then passed", [{ state: "转班" }, passed], "再培训 2026-06-20"],
  [
    "failed 再培训, 初培 passed the same year: the latest result wins",
    [failedTwice, { kind: "初培", ...passed, examOn: "2024-11-02", newValidUntil: "2027-11-01" }],
    "再培训 2027-11-01",
  ],
  [
    "the latest result by its day, whatever the numbers",
    [
      { ...passed, examOn: "2024-11-02", newValidUntil: "2027-11-01" },
      { ...failedTwice, examOn: "2024-05-02" },
    ],
    "再培训 2027-11-01",
  ],
  ["failed 再培训, then 初培, not passed yet", [failedTwice, { kind: "初培", trained: "是" }], "none: awaitsResult"],
  ["passed, and enrolled once more by mistake", [passed, {}], "再培训 2026-06-20"],
])("%s", (_name, rows, end) => {
  expect(endOf(...rows)).toBe(end);
});

test("who holds two posts is carried over once for each", () => {
  const roster = [
    { ...somebody, person: "P00001", ...passed },
    { ...somebody, person: "P00001", ...passed, post: "安全生产管理人员" as const },
  ];
  const { next } = rolled(oldBook({ roster }));
  expect(next.roster.map(({ id, person, post }) => `${id} ${person} ${post}`)).toEqual([
    "B2025-00001 P00001 主要负责人",
    "B2025-00002 P00001 安全生产管理人员",
  ]);
});

test("two rows of one id without one 人员编号 are one person", () => {
  const roster = [
    { ...somebody, ...failedTwice },
    { ...somebody, ...passed, examOn: "2024-11-02" },
  ];
  expect(rolled(oldBook({ roster })).next.roster).toHaveLength(1);
});
