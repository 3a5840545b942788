import type { Value } from "../snapshot/value";
import type { Column } from "./column";
import type { TABLES, TableName } from "./index";
import type { Highlight } from "./look";

/**
 * What a column was like up to a schema version, where it has changed since: the lists, hints and colours by which a migration
 * knows its own hand in a workbook of that version, and words that stand in cells under an older name.
 */
export interface EarlierColumn {
  /** The last version that had it so. */
  readonly until: number;
  readonly allowed?: readonly string[];
  readonly note?: string;
  readonly highlights?: readonly Pick<Highlight, "when" | "row">[];
  /** Words that are called otherwise since: old → new. */
  readonly renamed?: Readonly<Record<string, string>>;
}

type Earlier = {
  readonly [N in TableName]?: { readonly [C in keyof (typeof TABLES)[N]["columns"]]?: readonly EarlierColumn[] };
};

/** Every change since the first release, oldest first. A workbook of each released version is kept beside the tests. */
const EARLIER: Earlier = {
  roster: {
    light: [
      {
        until: 1,
        highlights: [
          { when: '{cell}="正常"' },
          { when: '{cell}="紧张"' },
          { when: 'OR({cell}="来不及",{cell}="已过期",{cell}="日期有误")' },
          { when: '{cell}="已完成"' },
          { when: "LEN(TRIM({cell}))>0" },
        ],
      },
    ],
    feeState: [
      {
        until: 1,
        highlights: [
          { when: '{cell}="已缴"' },
          { when: '{cell}="未缴"' },
          { when: '{cell}="部分"' },
          { when: "LEN(TRIM({cell}))>0" },
        ],
      },
    ],
  },
  payments: {
    shares: [{ until: 1, note: "报名编号，多个用顿号隔开；可写 编号=金额" }],
    method: [
      { until: 1, allowed: ["现金", "微信", "支付宝"] },
      { until: 2, allowed: ["现金", "微信", "支付宝", "扫码", "转账"] },
    ],
  },
  cards: {
    state: [
      {
        until: 2,
        allowed: ["未领", "已领", "已绑定", "过期", "作废"],
        highlights: [{ when: 'OR({cell}="过期",{cell}="作废")', row: true }],
      },
    ],
  },
  todo: {
    answer: [
      {
        until: 1,
        allowed: ["未处理", "已确认", "已改", "忽略"],
        highlights: [{ when: 'OR({cell}="已确认",{cell}="已改",{cell}="忽略")', row: true }],
      },
    ],
  },
  conflicts: {
    choice: [{ until: 1, note: "写“我方”“对方”，或直接写值" }],
  },
};

/** How a column was in workbooks of this version and later ones, oldest first; none when it is as it was. */
export function earlierForms(table: string, column: string, version: number): readonly EarlierColumn[] {
  const forms = (EARLIER as Readonly<Record<string, Readonly<Record<string, readonly EarlierColumn[]>> | undefined>>)[table];
  return (forms?.[column] ?? []).filter(({ until }) => until >= version);
}

/** The column as it was: what the program made of it then. */
export function columnAsIt(column: Column, { allowed, note }: EarlierColumn): Column {
  return { ...column, ...(allowed ? { allowed } : {}), ...(note === undefined ? {} : { note }) };
}

/** A value of a cell under its present name, whatever blanks stand around it; any other stays. */
export function presentWord(value: Value, renames: readonly Readonly<Record<string, string>>[]): Value {
  if (typeof value !== "string" || renames.length === 0) return value;
  const word = renames.reduce((known, renamed) => renamed[known] ?? known, value.trim());
  return word === value.trim() ? value : word;
}

/** The renames of a column since the first version. */
export function renamesOf(table: string, column: string): readonly Readonly<Record<string, string>>[] {
  return earlierForms(table, column, 1).flatMap(({ renamed }) => (renamed ? [renamed] : []));
}
