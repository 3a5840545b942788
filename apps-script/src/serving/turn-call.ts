import { refuseClosed } from "../../domain/changes/closed";
import { finishTurn } from "../../domain/next-year/finish-turn";
import { turnCopy } from "../../domain/next-year/turn-copy";
import { keyWrites } from "../../domain/operations/keying";
import { WriteBegun } from "../../domain/operations/write-begun";
import type { AskOf, ValueOf } from "../../domain/serving/calls";
import { BUILD } from "../build";
import { freshKey } from "../fresh-key";
import type { GoogleSheetHost } from "../google-sheet-host";
import { hostHere, termsNow } from "../here";
import { atOnce, exclusively } from "../perform";
import { sentenceOf } from "./sentence";

/** The next year, in the Sheet: see `TurnAsk`. */
export function turnSheet({ step, decision }: AskOf<"turn">): ValueOf<"turn"> {
  const host = hostHere();
  if (step === "prepare") return prepared(host);
  try {
    if (decision === null) return finished(host);
    const { today, head } = termsNow();
    const end = atOnce(turnCopy(host, decision, { today, head, build: BUILD, fresh: freshKey }));
    return { state: end === "turned" ? "done" : "changed" };
  } catch (error) {
    if (!(error instanceof WriteBegun)) throw error;
    return { state: "stopped", error: sentenceOf(error.why) };
  }
}

function finished(host: GoogleSheetHost): ValueOf<"turn"> {
  exclusively(host, () => atOnce(finishTurn(host)));
  return { state: "done" };
}

/** @throws {Refusal} `copied-document` */
function prepared(host: GoogleSheetHost): ValueOf<"turn"> {
  exclusively(host, () => {
    const writes = keyWrites(host.read(["settings", "seals"]), host.document, freshKey);
    refuseClosed(host.closed(), writes);
    if (writes.length > 0) host.write([writes]);
  });
  return { state: "done" };
}
