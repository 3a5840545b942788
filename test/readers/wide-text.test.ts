import iconv from "iconv-lite";
import { readTable } from "../../node-sync/src/files/read-table-file";
import { wideText } from "../../node-sync/src/xlsx/wide-text";

/** Texts in UTF-16 without a byte order mark. */

const LIST = "姓名,证件号,工作单位\r\n王梦,379999198001010024,甲矿业有限公司\r\n";
const ORDERS = ["utf16-le", "utf16-be"] as const;
const encoded = (text: string, order: (typeof ORDERS)[number]): Buffer => iconv.encode(text, order, { addBOM: false });

describe.each(ORDERS)("%s without a mark", (order) => {
  test.each(["名单.csv", "名单.xls", "名单"])("is read, whatever the file is called: %s", async (name) => {
    const { format, sheets } = await readTable(encoded(LIST, order), name);
    expect(format).toBe("csv");
    expect(sheets[0]?.rows.map(({ cells }) => cells)).toEqual([
      ["姓名", "证件号", "工作单位"],
      ["王梦", "379999198001010024", "甲矿业有限公司"],
    ]);
  });
  test("is read in letters alone, with TABs, and with characters beyond the first plane", async () => {
    const text = `Name\tID No.\tCompany\n王梦𫘧\t379999198001010024\tABC\n`;
    expect((await readTable(encoded(text, order), "名单.txt")).sheets[0]?.rows[1]?.cells[0]).toBe("王梦𫘧");
  });
  test("has one lost character where a byte of the last one is cut off", () =>
    expect(wideText(encoded(LIST.trimEnd(), order).subarray(0, -1))?.slice(-3)).toBe("限公\ufffd"));
  test("of a web page is a web page", async () => {
    const page = "<table>\n<tr><td>姓名</td><td>证件号</td></tr>\n<tr><td>王梦,</td><td>379999198001010024</td></tr></table>";
    expect((await readTable(encoded(page, order), "名单.xls")).format).toBe("html");
  });
});

test.each<[name: string, bytes: Buffer]>([
  ["UTF-32", Buffer.concat([...LIST].map((one) => Buffer.from([...Buffer.from(one, "utf16le"), 0, 0])))],
  ["all bytes", Buffer.from(Array.from({ length: 2048 }, (_all, index) => index % 256))],
  ["zeros", Buffer.alloc(64)],
  ["one line of numbers", Buffer.from([1, 0, 2, 0, 3, 0, 4, 0])],
  ["UTF-8 with a zero", Buffer.from(`${LIST}\0`)],
])("what is no text in either order of bytes is none: %s", (_name, bytes) => expect(wideText(bytes)).toBeNull());
test("a file that is called a text and is none says which encodings were tried, any other that it is no workbook", async () => {
  const bytes = Buffer.from(Array.from({ length: 2048 }, (_all, index) => index % 256));
  await expect(readTable(bytes, "名单.csv")).rejects.toThrow(
    "文件「名单.csv」的文字编码认不出来（试过 UTF-8、UTF-16、GB18030、Big5）。请用 Excel 或 WPS 打开，另存为 .xlsx 后重新导入。",
  );
  await expect(readTable(bytes, "名单.xlsx")).rejects.toThrow("文件「名单.xlsx」不是 Excel 工作簿，无法读取。");
});
