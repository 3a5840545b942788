import { type ChildProcess, spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { Refusal } from "../../../apps-script/domain/refusal";
import * as say from "../wording/launch";
import { BY_DOUBLE_CLICK } from "./chosen-book";

const PATIENCE_MS = 60_000;

/**
 * Starts `anpei open` as a process of its own, without a window, that goes on when this one has ended.
 *
 * @param folder the folder of the package
 * @returns the address that opens a page, once
 * @throws {Refusal} what the command says, or that it says nothing
 */
export async function startedWorkbench(folder: string, book: string): Promise<string> {
  const program = join(folder, "program", "anpei.mjs");
  const child = spawn(process.execPath, [program, "open", "--book", book, "--no-browser", "--json"], {
    // Windows removes no folder that a process stands in: not that of the program, which an update replaces.
    cwd: dirname(book),
    env: { ...process.env, ANPEI_LAUNCHER: join(folder, "anpei.cmd"), [BY_DOUBLE_CLICK]: "yes" },
    detached: true,
    windowsHide: true,
    stdio: ["ignore", "pipe", "ignore"],
  });
  try {
    const { url, error } = await firstAnswer(child);
    if (url === undefined) throw new Refusal("not-possible", error?.message ?? say.noAnswer);
    return url;
  } finally {
    child.stdout?.destroy();
    child.unref();
  }
}

interface Answer {
  readonly url?: string;
  readonly error?: { readonly message: string };
}

/** The one JSON document that the command prints; the process lives on behind it. */
function firstAnswer(child: ChildProcess): Promise<Answer> {
  return new Promise((resolve) => {
    let said = "";
    const patience = setTimeout(() => resolve({}), PATIENCE_MS);
    const answer = (given: Answer): void => {
      clearTimeout(patience);
      resolve(given);
    };
    child.stdout?.setEncoding("utf8").on("data", (piece: string) => {
      said += piece;
      if (said.endsWith("}\n")) answer(JSON.parse(said) as Answer);
    });
    child.once("error", () => answer({})).once("close", () => answer({}));
  });
}
