import { Refusal } from "../../../apps-script/domain/refusal";

/** Why a file was left alone. `open-in-excel` stands for any office program; `busy` for a rename the system forbids. */
export type FileRefusal =
  | "locked"
  | "open-in-excel"
  | "changed"
  | "exists"
  /** What the system refuses, see `systemRefusal`. */
  | "not-found"
  | "no-access"
  | "is-folder"
  | "not-folder"
  | "busy"
  | "disk-full"
  | "disk-fault"
  | "name-too-long"
  | "too-many-open";

/** Nothing was written. The message is a sentence for the person at the desk, naming the file and who holds it. */
export class FileRefused extends Refusal<FileRefusal> {
  override readonly name = "FileRefused";
  override readonly cause: unknown;

  constructor(code: FileRefusal, message: string, { cause }: ErrorOptions = {}) {
    super(code, message);
    this.cause = cause;
  }
}

/** The system's code of an error (`ENOENT`, …), or undefined. */
export function systemCode(error: unknown): string | undefined {
  const isCoded = typeof error === "object" && error !== null && "code" in error && typeof error.code === "string";
  return isCoded ? String(error.code) : undefined;
}

/** Turns the one expected failure into undefined and lets every other one pass. */
export async function unless<T>(code: string, work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (systemCode(error) === code) return undefined;
    throw error;
  }
}
