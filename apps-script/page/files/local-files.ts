import type { FileKind } from "../../domain/operations/file-kind";
import { valueIn } from "../../domain/serving/answer";
import type { Answer } from "../../domain/serving/calls";
import { answerTo } from "../transport/local";

/** A file that a command wrote: it is fetched by its id. */
export interface Download {
  readonly id: string;
  readonly name: string;
}

/** What a command left behind. */
export interface JobAnswer<J> {
  readonly json: J;
  readonly needsPerson: boolean;
  /** Where the files lie that it wrote. */
  readonly folder: string | null;
  readonly files: readonly Download[];
}

/** What a command is asked to do. `files` are ids of uploads. */
export interface JobAsk {
  readonly job: "import" | "export" | "cards" | "plan" | "checkIn" | "form" | "nextYear";
  readonly files: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | readonly string[]>>;
}

/** A file that was sent is not with the server any more: it waits there for a while only. */
export class UploadGone extends Error {}

/** Cells of a file, sheet by sheet. */
interface FileCells {
  readonly file: string;
  readonly sheets: readonly { readonly rows: readonly { readonly cells: readonly (string | number | null)[] }[] }[];
}

/** Files, and the commands that take them in and write them, as the server on this PC does that. */
export class LocalFiles {
  constructor(private readonly secret: string) {}

  /** Sends a file; gives back the id that names it from now on. `saved` is when it was last saved, in milliseconds. */
  async upload(name: string, bytes: ArrayBuffer, saved: number): Promise<string> {
    const headers = { "x-anpei-name": encodeURIComponent(name), "x-anpei-saved": String(saved) };
    return valueIn(await answerTo<{ readonly id: string }>("upload", this.secret, bytes, headers)).id;
  }

  /** What each file is by what it holds; null for one that may be several things. */
  kinds(ids: readonly string[]): Promise<readonly (FileKind | null)[]> {
    return this.ask("kinds", { files: ids });
  }

  /** Files that are not wanted any more. It reaches the server also from a page that is closed meanwhile. */
  drop(ids: readonly string[]): Promise<void> {
    return this.ask("drop", { files: ids }, true);
  }

  cells(id: string): Promise<FileCells> {
    return this.ask("table", { file: id });
  }

  job<J>(ask: JobAsk): Promise<JobAnswer<J>> {
    return this.ask("job", ask);
  }

  /** @throws {UploadGone | CallFailed | NoAnswer} */
  private async ask<T>(path: string, asked: unknown, outlivesPage = false): Promise<T> {
    const headers = { "content-type": "application/json" };
    const answer: Answer<T> = await answerTo<T>(path, this.secret, JSON.stringify(asked), headers, outlivesPage);
    if (!answer.ok && answer.code === "upload-gone") throw new UploadGone(answer.error);
    return valueIn(answer);
  }
}
