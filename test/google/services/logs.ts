/// <reference types="google-apps-script" />
import { format } from "node:util";
import { Face } from "./guard";
import type { Runtime } from "./runtime";

type GLogger = GoogleAppsScript.Base.Logger;

/** What the script said to `Logger` and to `console`. */
export interface LogLine {
  readonly level: "log" | "info" | "warn" | "error";
  readonly text: string;
}

const LOGGER_MEMBERS = ["clear", "getLog", "log"] as const;

export class LoggerFace extends Face<GLogger> implements Pick<GLogger, (typeof LOGGER_MEMBERS)[number]> {
  constructor(
    runtime: Runtime,
    private readonly lines: LogLine[],
  ) {
    super("Logger", LOGGER_MEMBERS, runtime);
  }

  log(...given: readonly unknown[]): GLogger {
    this.lines.push({ level: "log", text: format(...given) });
    return this.self;
  }

  getLog(): string {
    return this.lines.map(({ text }) => `${text}\n`).join("");
  }

  clear(): void {
    this.lines.length = 0;
  }
}

const CONSOLE_MEMBERS = ["error", "info", "log", "warn"] as const;

export class ConsoleFace extends Face<Console> implements Pick<Console, (typeof CONSOLE_MEMBERS)[number]> {
  constructor(
    runtime: Runtime,
    private readonly lines: LogLine[],
  ) {
    super("console", CONSOLE_MEMBERS, runtime);
  }

  log(...given: readonly unknown[]): void {
    this.lines.push({ level: "log", text: format(...given) });
  }

  info(...given: readonly unknown[]): void {
    this.lines.push({ level: "info", text: format(...given) });
  }

  warn(...given: readonly unknown[]): void {
    this.lines.push({ level: "warn", text: format(...given) });
  }

  error(...given: readonly unknown[]): void {
    this.lines.push({ level: "error", text: format(...given) });
  }
}
