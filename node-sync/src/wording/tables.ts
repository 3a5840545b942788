/** Sentences about lists that are not .xlsx. Each names the file (`label`) and says what the reader can do next. */

const quoted = (label: string): string => `「${label}」`;

export const notText = (label: string): string =>
  `文件${quoted(label)}的文字编码认不出来（试过 UTF-8、UTF-16、GB18030、Big5）。请用 Excel 或 WPS 打开，另存为 .xlsx 后重新导入。`;
export const openQuote = (label: string, row: number): string =>
  `文件${quoted(label)}第 ${row} 行有一个引号没有配对，后面的内容分不清是哪一格，没有读取。请在 Excel 或 WPS 里另存为 .xlsx。`;
export const tooManyTextRows = (label: string, limit: number): string =>
  `文件${quoted(label)}有内容的行超过 ${limit} 行，没有读取。`;
export const tooManyTextColumns = (label: string, limit: number): string =>
  `文件${quoted(label)}在第 ${limit} 列以外还有内容，没有读取。`;
export const blankFile = (label: string): string => `文件${quoted(label)}里没有任何内容，请让对方重新发送。`;
export const legacyNotReadable = (label: string): string =>
  `文件${quoted(label)}读不出来（可能已损坏，或不是表格）。请用 Excel 或 WPS 打开，另存为 .xlsx 后重新导入。`;
export const notWordFile = (file: string): string =>
  `${file} 不是能读的 Word 文件；请在 Word 或 WPS 里另存为 .docx，或把计划表复制成文本再读入。`;
