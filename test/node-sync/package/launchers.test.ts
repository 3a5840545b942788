import { commandLine, doubleClick } from "../../../node-sync/package/launchers";
import { notStarted, notUnpacked } from "../../../node-sync/src/wording/launch";

test.each([
  ["a double-click", doubleClick],
  ["the command line", commandLine],
])("the launcher for %s is ASCII with the line ends of Windows, and finds its files wherever it lies", (_, text) => {
  expect(text).toMatch(/^[\x20-\x7e\r\n]*$/);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  expect(text).toContain('"%~dp0node.exe" "%~dp0program\\');
});

test("what it says itself comes out in Chinese, and nothing in it ends the text of the shell", () => {
  const said = [...doubleClick.matchAll(/Unescape\('(.*)'\)"/g)].map(([, escaped = ""]) => {
    expect(escaped).toMatch(/^[A-Za-z0-9 \\]*$/);
    return escaped.replace(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  });
  expect(said).toEqual([notStarted, notUnpacked]);
});
