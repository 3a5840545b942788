import { SITE_LISTS } from "../../domain/merge/site/kinds";
import type { FileKind } from "../../domain/operations/file-kind";
import { CallFailed } from "../../domain/serving/answer";
import { Told } from "../sentences";
import { NoAnswer } from "../server";
import * as say from "../wording/files-screen";
import { type Chosen, type Group, groupsOf } from "./chosen";
import type { TakenJson } from "./job-json";
import { type JobAnswer, type JobAsk, type LocalFiles, UploadGone } from "./local-files";

/** What a command says about its files; the sentence where it refused. */
export interface Outcome extends Group {
  readonly answer: JobAnswer<TakenJson> | null;
  readonly fault: string;
}

/**
 * 读入文件: what was chosen, what each would bring, and what was taken in. A file that cannot be taken keeps none of the others
 * from it, and stays chosen with the sentence that says why.
 */
export class Intake {
  chosen: readonly Chosen[] = [];
  /** What would be done with files that are ticked; null until that was asked. */
  preview: readonly Outcome[] | null = null;
  /** Whether the preview is of what is ticked now. */
  isFresh = false;
  /** What was taken in last. */
  done: readonly Outcome[] = [];
  private keys = 0;

  constructor(private readonly files: Pick<LocalFiles, "upload" | "kinds" | "job" | "drop">) {}

  add(files: readonly File[]): void {
    const added = files.map((file) => {
      this.keys++;
      return { key: this.keys, file, upload: null, kind: null, isTicked: true, fault: "" };
    });
    this.chosen = [...this.chosen, ...added];
    this.isFresh = false;
    this.done = [];
  }

  tick(one: Chosen, isTicked: boolean): void {
    one.isTicked = isTicked;
    this.isFresh = false;
  }

  take(one: Chosen, kind: FileKind): void {
    one.kind = kind;
    this.isFresh = false;
  }

  remove(one: Chosen): void {
    this.leaveOut([one]);
    // The server drops by itself what nobody asks for.
    if (one.upload !== null) void this.files.drop([one.upload]).catch(() => undefined);
  }

  /** Sends what is not sent yet, and asks what each file would bring. */
  async look(tell: (sentence: string) => void): Promise<void> {
    await this.sendAll(tell);
    const outcomes: Outcome[] = [];
    for (const group of groupsOf(this.chosen)) {
      tell(say.looking(group.files.map(({ file }) => file.name)));
      outcomes.push(await this.outcomeOf(group, true));
    }
    this.preview = outcomes;
    this.isFresh = true;
  }

  /** Takes in what is ticked, group by group. @throws {Told} where no answer comes: nobody knows then whether a group was taken */
  async takeIn(tell: (sentence: string) => void): Promise<void> {
    this.done = [];
    const groups = groupsOf(this.chosen);
    this.isFresh = false;
    const failed: Outcome[] = [];
    for (const group of groups) {
      tell(say.taking(group.files.map(({ file }) => file.name)));
      const outcome = await this.outcomeOf(group, false).catch((error: unknown) => {
        throw error instanceof NoAnswer ? new Told(say.UNANSWERED) : error;
      });
      if (outcome.answer === null) failed.push(outcome);
      else this.done = [...this.done, outcome];
      if (outcome.answer !== null && outcome.answer.json.stopped === undefined) this.leaveOut(group.files);
    }
    this.preview = failed.length > 0 ? failed : null;
  }

  private leaveOut(files: readonly Chosen[]): void {
    this.chosen = this.chosen.filter((one) => !files.includes(one));
    this.isFresh = false;
  }

  private async outcomeOf(group: Group, dryRun: boolean): Promise<Outcome> {
    try {
      return { ...group, answer: await this.asked(group, dryRun), fault: "" };
    } catch (error) {
      if (error instanceof CallFailed) return { ...group, answer: null, fault: error.message };
      throw error;
    }
  }

  /** A file that the server has not any more is sent again. */
  private async asked(group: Group, dryRun: boolean): Promise<JobAnswer<TakenJson>> {
    try {
      return await this.files.job(askOf(group, dryRun));
    } catch (error) {
      if (!(error instanceof UploadGone)) throw error;
      for (const one of group.files) await this.send(one);
      return this.files.job(askOf(group, dryRun));
    }
  }

  private async sendAll(tell: (sentence: string) => void): Promise<void> {
    const unsent = this.chosen.filter(({ upload, fault }) => upload === null && fault === "");
    for (const [index, one] of unsent.entries()) {
      tell(say.sending(index + 1, unsent.length));
      await this.send(one);
    }
    const unknown = this.chosen.filter(({ upload, kind }) => upload !== null && kind === null);
    if (unknown.length === 0) return;
    const kinds = await this.files.kinds(unknown.flatMap(({ upload }) => upload ?? []));
    for (const [index, one] of unknown.entries()) one.kind = kinds[index] ?? "people";
  }

  /** A file that was moved or changed since it was chosen, or a folder, cannot be read; one that is too large is not taken. */
  private async send(one: Chosen): Promise<void> {
    const { name, lastModified } = one.file;
    const bytes = await one.file.arrayBuffer().catch(() => null);
    if (bytes === null) {
      one.fault = say.unreadable;
      return;
    }
    try {
      one.upload = await this.files.upload(name, bytes, lastModified);
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      one.fault = error.message;
    }
  }
}

/** Whether a list from a site was looked at before new people who may be in it: those of files that are taken in first. */
export function isEarly({ kind }: Outcome, preview: readonly Outcome[]): boolean {
  const brings = ({ answer }: Outcome): boolean => answer?.json.files?.some(({ rows }) => (rows?.new ?? 0) > 0) ?? false;
  return SITE_LISTS.some((list) => list === kind) && preview.some((other) => other.kind === "people" && brings(other));
}

function askOf({ kind, files }: Group, dryRun: boolean): JobAsk {
  const ids = files.flatMap(({ upload }) => upload ?? []);
  const site = SITE_LISTS.find((list) => list === kind);
  if (site) return { job: "import", files: ids, options: { as: site, dryRun } };
  const job = kind === "people" ? "import" : kind === "cards" || kind === "plan" ? kind : "checkIn";
  return { job, files: ids, options: { dryRun } };
}
