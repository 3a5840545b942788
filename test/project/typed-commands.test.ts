import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { textsIn } from "../support/source-texts";

const sources = resolve(__dirname, "../../node-sync/src");
/** `npm run …`, or `anpei` before the name of a command or an option. */
const CALL = /\bnpm\b|\banpei (?:[a-z]|--)/u;
/** What is no call to be typed in this shell: a login is named after its command, and a workbook outlives the shell. */
const NAMES = ["anpei login 保存的登录", "退出 anpei login 的登录", "例如 anpei run all --book 名册.xlsx，写入前"];

test("only typedCommand says how a command is called, so that a hint works in the shell at hand", () => {
  const files = readdirSync(sources, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  const calls = files
    .filter((name) => name !== join("terminal", "typed-command.ts"))
    .flatMap((name) => textsIn(join(sources, name)))
    .filter(({ pieces }) => pieces.some((piece) => CALL.test(piece) && !NAMES.some((name) => piece.includes(name))));
  expect(calls).toEqual([]);
});
