import { plainJson, plainText } from "../wording/plain-text";

/**
 * The one place that writes to the terminal. What came from outside, names of files above all, goes through `plainText` here;
 * within a line that we make, `oneLine` also keeps it from beginning another one.
 */

/** What a command has to say. */
export function print(text: string): Promise<void> {
  return toStdout(`${plainText(text)}\n`);
}

/** The one JSON document: all that was named, its control characters as escapes. */
export function printJson(json: unknown, indent = 2): Promise<void> {
  return toStdout(`${plainJson(JSON.stringify(json, null, indent))}\n`);
}

/** Beside the result: a refusal, a warning, what is waited for. */
export function printAside(text: string): void {
  process.stderr.write(`${plainText(text)}\n`);
}

/** What goes on, on a line that is written over by the next one; only for a terminal. */
export function printStatus(text: string): void {
  process.stderr.write(`\r\u001b[K${plainText(text)}`);
}

function toStdout(text: string): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(text, () => resolve());
  });
}
