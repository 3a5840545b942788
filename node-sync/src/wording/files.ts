import { oneLine } from "./plain-text";

/** Sentences about files that cannot be read. Each names the file (`label`) and says what the reader can do next. */

const quoted = (label: string): string => `「${oneLine(label)}」`;

export const missingFile = (label: string): string => `找不到文件${quoted(label)}，请核对文件名和所在文件夹。`;
export const lockedFile = (label: string): string =>
  `文件${quoted(label)}打不开：它可能正被 Excel 或 WPS 占用，或者没有读取权限。请关闭后重试。`;
export const emptyFile = (label: string): string => `文件${quoted(label)}是空的（0 字节），请让对方重新发送。`;
export const encryptedFile = (label: string): string =>
  `文件${quoted(label)}设有打开密码，无法读取。请取消密码另存一份，再重新导入。`;
export const oleFile = (label: string): string =>
  `文件${quoted(label)}是旧版 Excel（.xls）格式，不是 .xlsx。请在 Excel 或 WPS 里另存为 .xlsx。`;
export const htmlFile = (label: string): string =>
  `文件${quoted(label)}其实是网页或 XML 表格，只是改了扩展名。请用 Excel 或 WPS 打开后另存为 .xlsx。`;
export const textFile = (label: string): string =>
  `文件${quoted(label)}其实是纯文本（例如 CSV），不是 .xlsx。请用 Excel 或 WPS 打开后另存为 .xlsx。`;
export const odsFile = (label: string): string =>
  `文件${quoted(label)}是 OpenDocument（.ods）格式，不是 .xlsx。请用 Excel 或 WPS 打开后另存为 .xlsx。`;
export const xlsbFile = (label: string): string =>
  `文件${quoted(label)}是二进制工作簿（.xlsb）格式，不是 .xlsx。请用 Excel 打开后另存为 .xlsx。`;
export const notWorkbook = (label: string): string => `文件${quoted(label)}不是 Excel 工作簿，无法读取。`;
export const webArchive = (label: string): string =>
  `文件${quoted(label)}是“单个文件网页”（MHTML），无法读取。请用 Excel 打开，另存为 .xlsx 后重新导入。`;
export const archiveOfFiles = (label: string): string =>
  `文件${quoted(label)}是压缩包，不是 Excel 工作簿。请先解压，再导入里面的文件。`;
export const truncatedFile = (label: string): string => `文件${quoted(label)}不完整（可能没有下载或发送完），请重新获取一份。`;
export const noSheets = (label: string): string => `工作簿${quoted(label)}里没有任何工作表，不能当作空名单处理。`;
export const brokenFile = (label: string, where: string): string =>
  `文件${quoted(label)}已损坏（${where}）。请用 Excel 或 WPS 打开并另存一份，再重新导入。`;

/** Places named inside `brokenFile`. */
export const brokenPlaces = {
  directory: "压缩目录有误",
  missingPart: (part: string): string => `缺少部件 ${part}`,
  duplicatePart: (part: string): string => `部件 ${part} 重复出现`,
  sizes: (part: string): string => `部件 ${part} 的实际大小与目录不符`,
  compression: (part: string): string => `部件 ${part} 无法解压`,
  xml: (part: string): string => `部件 ${part} 的内容有误`,
  reference: (sheet: string, cell: string): string => `工作表「${sheet}」的 ${cell} 引用了不存在的文字`,
  row: (sheet: string): string => `工作表「${sheet}」的行号有误`,
  chain: "内部的区块目录有误",
};

const megabytes = (bytes: number): string => `${Math.ceil(bytes / (1024 * 1024))} MB`;

export const fileTooLarge = (label: string, bytes: number, limit: number): string =>
  `文件${quoted(label)}有 ${megabytes(bytes)}，超过 ${megabytes(limit)} 的上限，没有读取。`;
export const tooManyEntries = (label: string, entries: number, limit: number): string =>
  `文件${quoted(label)}内含 ${entries} 个部件，超过 ${limit} 个的上限，没有读取。`;
export const inflatesTooLarge = (label: string, limit: number): string =>
  `文件${quoted(label)}解压后超过 ${megabytes(limit)} 的上限，没有读取。`;
export const ratioTooHigh = (label: string, limit: number): string =>
  `文件${quoted(label)}的压缩比超过 ${limit} 倍，像是压缩炸弹，没有读取。`;
export const tooManyRows = (label: string, sheet: string, limit: number): string =>
  `文件${quoted(label)}的工作表「${sheet}」有内容的行超过 ${limit} 行，没有读取。`;
export const tooManyColumns = (label: string, sheet: string, limit: number): string =>
  `文件${quoted(label)}的工作表「${sheet}」在第 ${limit} 列以外还有内容，没有读取。`;
export const tooMuchText = (label: string, sheet: string, cell: string, limit: number): string =>
  `文件${quoted(label)}的工作表「${sheet}」读到 ${cell} 时，文字已超过 ${limit / 10_000} 万字的上限（同一段文字可能重复了很多次），没有读取。`;
export const tooManyTexts = (label: string): string => `文件${quoted(label)}里的文字过多，没有读取。`;
export const tooManyMerges = (label: string, sheet: string, cell: string): string =>
  `文件${quoted(label)}的工作表「${sheet}」合并的单元格过多（从 ${cell} 起），没有读取。`;
export const beyondSheet = (label: string, sheet: string, cell: string): string =>
  `文件${quoted(label)}的工作表「${sheet}」写着 ${cell} 之类的位置，表格没有这么大，没有读取。`;
export const tooManyCells = (label: string, sheet: string): string =>
  `文件${quoted(label)}的工作表「${sheet}」单元格过多，没有读取。`;
