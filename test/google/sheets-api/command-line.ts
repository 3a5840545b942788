import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Loopback } from "../loopback";

const bin = resolve(__dirname, "../../../node-sync/bin/anpei.mjs");

export interface Ended {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
  /** The one JSON document on stdout. */
  readonly json: unknown;
}

/** The built command line at work beside the loopback, which lives in the test's own process. */
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** The first match in what it says on stderr. */
  said(pattern: RegExp): Promise<string>;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** `undefined` takes a variable out. Settings of the user at the machine are out of reach. */
export function startAnpei(google: Loopback, args: readonly string[], environment: Environment = {}): Running {
  const { ANPEI_BOOK: _book, ANPEI_SHEET: _sheet, ...inherited } = process.env;
  const home = mkdtempSync(join(tmpdir(), "anpei-home-"));
  const own = { ANPEI_CLERK: "测试", HOME: home, XDG_CONFIG_HOME: home, ...google.environment, ...environment };
  const child = spawn(process.execPath, [bin, ...args], { env: { ...inherited, ...own }, stdio: ["ignore", "pipe", "pipe"] });
  const texts = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    texts.out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    texts.err += text;
  });
  const ended = new Promise<Ended>((done) => {
    child.once("close", (exit) => {
      done({ exit, ...texts, json: args.includes("--json") && texts.out !== "" ? JSON.parse(texts.out) : null });
    });
  });
  const said = (pattern: RegExp) =>
    new Promise<string>((found, missed) => {
      const look = (): void => {
        const [text] = pattern.exec(texts.err) ?? [];
        if (text !== undefined) found(text);
      };
      child.stderr.on("data", look);
      child.once("close", () => missed(new Error(`not said: ${pattern} in ${texts.err}`)));
      look();
    });
  return { child, ended, said };
}

/** Calls it for the loopback's Sheet. */
export function anpeiOn(google: Loopback, args: readonly string[], environment: Environment = {}): Promise<Ended> {
  return startAnpei(google, [...args, "--sheet", google.spreadsheetId], environment).ended;
}
