import { oneLine } from "./plain-text";

/** Sentences about workbooks as files and about changing them. Everything here is read by staff. */
export const workbookWording = {
  notAWorkbook: () => "这不是完整的 .xlsx 工作簿（文件被截断、已损坏或是别的格式），没有改动它。",
  encrypted: () => "工作簿带有打开密码，读不了。请先在 Excel 中取消密码，再试一次。",
  partTooLarge: (part: string) => `工作簿中的 ${part} 展开后超过 512 MB，无法改写。请把旧数据另存到别的文件。`,
  damagedPart: (part: string) => `工作簿中的 ${part} 已损坏（校验不符），没有改动它。请用备份恢复。`,
  missingPart: (part: string) => `工作簿缺少 ${part}，没有改动它。请用 Excel 打开并另存一次。`,
  workbookTooLarge: () => "改写后的工作簿会超过 4 GB，没有写入。请把旧数据另存到别的文件。",
  unknownEncoding: (part: string) => `工作簿中的 ${part} 不是 UTF-8 编码，无法改写。请用 Excel 打开并另存一次。`,
  noSuchSheet: (sheet: string) => `工作簿里没有名为「${sheet}」的工作表。`,
  sheetExists: (sheet: string) => `工作簿里已有名为「${sheet}」的工作表，不能再建一张。`,
  badSheetTitle: (sheet: string) => `「${sheet}」不能作工作表名：1 到 31 个字，不含 [ ] : * ? / \\，首尾不是单引号。`,
  rowsOutOfOrder: (sheet: string, row: number) =>
    `工作表「${sheet}」的行顺序在第 ${row} 行附近乱了，没有改动它。请用 Excel 打开并另存一次。`,
  noSheetData: (sheet: string) => `工作表「${sheet}」不是普通的表格页，无法改写。`,
  formulaCell: (sheet: string, cell: string) => `工作表「${sheet}」的 ${cell} 是公式，不能用数值覆盖它。`,
  cellTwice: (sheet: string, cell: string) => `工作表「${sheet}」的 ${cell} 在同一次改动里出现了两次。`,
  outsideSheet: (sheet: string, row: number, column: number) => `工作表「${sheet}」没有第 ${row} 行第 ${column} 列。`,
  tableHeader: (sheet: string, cell: string) => `工作表「${sheet}」的 ${cell} 是「表格」的表头，改它会让 Excel 报错，没有改动。`,
  textTooLong: (sheet: string, cell: string) => `写入「${sheet}」${cell} 的文字超过 32767 个字，Excel 放不下。`,
  notANumber: (sheet: string, cell: string) => `写入「${sheet}」${cell} 的数字无效。`,
};

const named = (file: string): string => `「${oneLine(file)}」`;

/** Sentences about files that were refused before anything was written. `file` is the file's name without its folder. */
export const refusedWording = {
  locked: (file: string, holder: string) => `${named(file)}正被另一个安培台账程序使用（${holder}），没有写入。请等它结束后再试。`,
  lockUnreadable: (file: string, lock: string) =>
    `${named(file)}的锁文件 ${lock} 读不懂，按有人在用处理，没有写入。十分钟后再试；确定没人在用时可删掉它。`,
  openElsewhere: (file: string, program: string, holder: string | undefined, marker: string) =>
    `${named(file)}正在 ${program} 中打开${holder === undefined ? "" : `（${holder}）`}，没有写入。请先保存并关闭；若确定没人打开，请删掉同一文件夹里的 ${marker}。`,
  busy: (file: string) => `${named(file)}被别的程序占用，替换不了，原文件没有变。请关闭打开它的程序后再试。`,
  changed: (file: string) => `${named(file)}在读取之后被别人改过，没有写入。请重新运行一次。`,
  missing: (file: string) => `${named(file)}在读取之后被移走或删除了，没有写入。`,
  unchanged: (file: string) => `${named(file)}没有变。`,
  holder: (host: string, pid: number, since: string) => `电脑 ${host}，进程 ${pid}，自 ${since}`,
};
