import { explain } from "../explain";
import * as say from "../wording/half-way";
import type { Report } from "./command";

/** The report of a command that stopped half way, with why: the same document, and `stopped` beside it. */
export function withStop(report: Report): Pick<Report, "json" | "text"> {
  const { json, text, stopped, afterStop = say.again } = report;
  if (!stopped) return report;
  const why = explain(stopped.error);
  const message = say.stoppedAt(stopped.at, why.message, afterStop);
  const document = typeof json === "object" ? json : { result: json };
  return { json: { ...document, stopped: { code: why.code, message } }, text: [text, message].join("\n") };
}
