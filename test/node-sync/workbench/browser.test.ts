import { openBrowser, openerOf } from "../../../node-sync/src/workbench/browser";

const url = "http://127.0.0.1:4711/start/abc";

test("Windows opens Edge by name, the others what is theirs; no shell reads the address", () => {
  expect(openerOf(url, "win32")).toEqual(["rundll32.exe", "url.dll,FileProtocolHandler", `microsoft-edge:${url}`]);
  expect(openerOf(url, "darwin")).toEqual(["open", url]);
  expect(openerOf(url, "linux")).toEqual(["xdg-open", url]);
});

test("where there is no such program it says so", async () => {
  expect(await openBrowser(url, "win32")).toBe(false);
});
