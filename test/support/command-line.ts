import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AnsweringProcess } from "./answering-process";
import { bin } from "./program";

export interface Ended {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
  /** The one JSON document on stdout. */
  readonly json: unknown;
}

/** The built command line at work beside the test, in whose process a loopback may live. */
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** The first match in what it says on stderr. */
  said(pattern: RegExp): Promise<string>;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** What the command line is to find in its environment: that of a loopback, say. */
interface Surroundings {
  readonly environment: Environment;
}

/** `undefined` takes a variable out. */
export function startAnpei(around: Surroundings, args: readonly string[], environment: Environment = {}): Running {
  const env = settings({ ...around.environment, ...environment });
  const child = spawn(process.execPath, [bin, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
  const texts = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    texts.out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    texts.err += text;
  });
  const ended = new Promise<Ended>((done) => {
    child.once("close", (exit) => done(endedWith(args, { exit, ...texts })));
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

/** The built command line in a process that stays, for tests that call it many times. */
export class CommandLine {
  private readonly process: AnsweringProcess;

  /** NODE_EXTRA_CA_CERTS is taken from `around` once: Node reads it when it starts. */
  constructor(around: Surroundings = { environment: {} }) {
    this.process = new AnsweringProcess(join(__dirname, "many-commands.mjs"), settings(around.environment));
  }

  /** One call after the other. */
  async run(args: readonly string[], environment: Environment = {}): Promise<Ended> {
    const without = Object.keys(environment).filter((name) => environment[name] === undefined);
    return endedWith(args, (await this.process.ask({ args, environment, without })) as Omit<Ended, "json">);
  }

  close(): Promise<void> {
    return this.process.close();
  }
}

/** Settings of the user at the machine are out of reach. */
function settings(environment: Environment): NodeJS.ProcessEnv {
  const { ANPEI_BOOK: _book, ANPEI_SHEET: _sheet, ...inherited } = process.env;
  const home = mkdtempSync(join(tmpdir(), "anpei-home-"));
  return { ...inherited, ANPEI_CLERK: "测试", HOME: home, XDG_CONFIG_HOME: home, ...environment };
}

function endedWith(args: readonly string[], ended: Omit<Ended, "json">): Ended {
  return { ...ended, json: args.includes("--json") && ended.out !== "" ? (JSON.parse(ended.out) as unknown) : null };
}
