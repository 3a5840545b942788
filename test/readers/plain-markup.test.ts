import { plainMarkup } from "../../node-sync/src/files/plain-markup";
import { readTable } from "../../node-sync/src/files/read-table-file";

test.each([
  ["阿卜&#183;买买提", "阿卜·买买提"],
  ["古丽&middot;艾山", "古丽·艾山"],
  ["&#9;3706&#x27;", "\t3706'"],
  ["测&emsp;丁&nbsp;", "测\u2003丁\u00a0"],
  ["a&#60;b&#x3E;&#38;amp;", "a&lt;b&gt;&amp;amp;"],
  ["&#0;&#xD800;&#9999999;&unknown;&amp;", "&#0;&#xD800;&#9999999;&unknown;&amp;"],
  ["&#x20BB7;", "𠮷"],
  ['<td><input type="text" name="a" value="2024-06-20"></td>', "<td>2024-06-20</td>"],
  ["<td><input value=甲></td>", "<td>甲</td>"],
  ['<td data-v="证号<br/>(文本)" id="D1">证号</td>', '<td data-v="证号&lt;br/&gt;(文本)" id="D1">证号</td>'],
  ['<td><input type="checkbox" value="on"><input type=hidden value="9">乙</td>', "<td>乙</td>"],
])("%s is %s", (markup, plain) => expect(plainMarkup(markup)).toBe(plain));

test("the cells of a web page are what people see in it", async () => {
  const cells = ["阿卜&#183;买买提", "=&quot;0012&quot;", "甲&#38;乙", '<input value="2024-06-20">', "&#60;b&#62;"];
  const page = `<html><meta charset="utf-8"><table><tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr></table></html>`;
  const { sheets } = await readTable(Buffer.from(page), "页.xls");
  expect(sheets[0]?.rows[0]?.cells).toEqual(["阿卜·买买提", "0012", "甲&乙", "2024-06-20", "<b>"]);
});
