import { DIRECTIONS, RUN_STATES } from "./allowed";
import { defineTable, LONGEST_BOOK, LONGEST_NOTE, type RowOf } from "./column";

/** Tabs of which people only read: what went between the centre and units, what runs did, and what the program keeps for itself. */

export const EXCHANGES = defineTable({
  name: "exchanges",
  title: "往来",
  purpose: "与单位往来的文件，一行一个。",
  key: ["exchange", "generation", "direction", "fingerprint"],
  columns: {
    exchange: { title: "交换号", owner: "system", kind: "id", width: 14 },
    unit: { title: "单位", owner: "system", kind: "text", width: 28 },
    direction: { title: "方向", owner: "system", kind: "choice", allowed: DIRECTIONS, width: 7 },
    generation: { title: "代次", owner: "system", kind: "number", width: 7 },
    file: { title: "文件", owner: "system", kind: "text", maxLength: 255, width: 34 },
    fingerprint: { title: "指纹", owner: "system", kind: "id", width: 18 },
    people: { title: "人数", owner: "system", kind: "number", width: 7 },
    added: { title: "新增", owner: "system", kind: "number", width: 7 },
    updated: { title: "更新", owner: "system", kind: "number", width: 7 },
    conflicts: { title: "冲突", owner: "system", kind: "number", width: 7 },
    refused: { title: "退回", owner: "system", kind: "number", width: 7 },
    time: { title: "时间", owner: "system", kind: "moment", width: 26 },
    contents: { title: "内容指纹", owner: "system", kind: "id", hidden: true, width: 30, since: 2 },
  },
});

export const BASES = defineTable({
  name: "bases",
  title: "底稿",
  purpose: "与各单位上次一致的内容，程序自用。",
  key: ["exchange", "generation", "enrolment"],
  hidden: true,
  columns: {
    exchange: { title: "交换号", owner: "system", kind: "id", width: 14 },
    generation: { title: "代次", owner: "system", kind: "number", width: 7 },
    enrolment: { title: "报名编号", owner: "system", kind: "id", width: 13 },
    unit: { title: "单位", owner: "system", kind: "text", width: 26 },
    values: { title: "内容", owner: "system", kind: "text", maxLength: LONGEST_BOOK, width: 60 },
  },
});

export const SEALS = defineTable({
  name: "seals",
  title: "封印",
  purpose: "本工作簿给单位文件盖章用的密钥，程序自用，不要改动、复制或发给别人。",
  key: ["workbook"],
  hidden: true,
  secret: true,
  since: 2,
  columns: {
    workbook: { title: "工作簿编号", owner: "system", kind: "id", width: 16 },
    secret: { title: "密钥", owner: "system", kind: "id", secret: true, width: 66 },
    document: { title: "所在表格", owner: "system", kind: "id", width: 46, note: "谷歌表格的编号；本地文件空着" },
  },
});

export const HISTORY = defineTable({
  name: "history",
  title: "历史",
  purpose: "已办结或失效的报名，原样存档。",
  key: ["id"],
  columns: {
    id: { title: "报名编号", owner: "system", kind: "id", width: 13 },
    year: { title: "年度", owner: "system", kind: "number", width: 7 },
    name: { title: "姓名", owner: "system", kind: "text", width: 10 },
    unit: { title: "工作单位", owner: "system", kind: "text", width: 28 },
    state: { title: "结果", owner: "system", kind: "text", width: 10 },
    values: { title: "内容", owner: "system", kind: "text", maxLength: LONGEST_BOOK, width: 60 },
    archivedOn: { title: "存档日期", owner: "system", kind: "day", width: 12 },
  },
});

export const RUNS = defineTable({
  name: "runs",
  title: "操作记录",
  purpose: "每次操作一行，可按运行号撤销。",
  key: ["id"],
  columns: {
    id: { title: "运行号", owner: "system", kind: "id", width: 10 },
    time: { title: "时间", owner: "system", kind: "moment", width: 27 },
    clerk: { title: "经办人", owner: "system", kind: "text", width: 10 },
    action: { title: "操作", owner: "system", kind: "text", width: 14 },
    source: { title: "来源", owner: "system", kind: "text", width: 8 },
    changes: { title: "改动数", owner: "system", kind: "number", width: 8 },
    summary: { title: "摘要", owner: "system", kind: "text", maxLength: LONGEST_NOTE, width: 70 },
    state: { title: "状态", owner: "system", kind: "choice", allowed: RUN_STATES, width: 9 },
    people: { title: "涉及报名", owner: "system", kind: "list", maxLength: LONGEST_NOTE, hidden: true, width: 30, since: 2 },
  },
});

export const CHANGE_PARTS = defineTable({
  name: "changeParts",
  title: "_改动",
  purpose: "各次操作的明细，程序自用。",
  key: ["run", "part"],
  hidden: true,
  columns: {
    run: { title: "运行号", owner: "system", kind: "id", width: 10 },
    part: { title: "序号", owner: "system", kind: "number", width: 7 },
    content: { title: "内容", owner: "system", kind: "text", maxLength: LONGEST_BOOK, width: 60 },
  },
});

export type Run = RowOf<typeof RUNS>;
