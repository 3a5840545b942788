import { SITE_LISTS } from "../../domain/merge/site/kinds";
import type { FileKind } from "../../domain/operations/file-kind";
import { CallFailed } from "../../domain/serving/answer";
import { Told } from "../sentences";
import { NoAnswer } from "../server";
import * as say from "../wording/files-screen";
import { type Chosen, type Group, groupsOf } from "./chosen";
import type { Dropped } from "./dropped";
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

  add({ files, unread }: Dropped): void {
    const added = files.map((file) => this.chosenOf(file, ""));
    const lost = unread.map((name) => this.chosenOf(new File([], name), say.unreadable));
    this.chosen = [...this.chosen, ...added, ...lost];
    this.isFresh = false;
    this.done = [];
  }

  /** How many files were added that nobody has looked at. */
  get waiting(): number {
    return this.chosen.filter(({ isSeen }) => !isSeen).length;
  }

  tick(one: Chosen, isTicked: boolean): void {
    one.isTicked = isTicked;
    this.isFresh = false;
  }

  take(one: Chosen, kind: FileKind): void {
    one.kind = kind;
    this.isFresh = false;
  }

  force(one: Chosen, isForced: boolean): void {
    one.isForced = isForced;
    this.isFresh = false;
  }

  remove(one: Chosen): void {
    this.leaveOut([one]);
    this.letGo([one]);
  }

  /** The server is to keep no copy of these, or of any; what is asked for all the same is sent again. */
  letGo(files: readonly Chosen[] = this.chosen): void {
    const ids = files.flatMap(({ upload }) => upload ?? []);
    for (const one of files) one.upload = null;
    // The server drops by itself what nobody asks for.
    if (ids.length > 0) void this.files.drop(ids).catch(() => undefined);
  }

  /** Sends what is not sent yet, and asks what each file would bring. */
  async look(tell: (sentence: string) => void): Promise<void> {
    await this.sendAll(tell);
    const outcomes: Outcome[] = [];
    for (const group of groupsOf(this.chosen)) {
      tell(say.looking(group.files.map(({ file }) => file.name)));
      const outcome = await this.outcomeOf(group, true);
      if (outcome === null) continue;
      outcomes.push(outcome);
      for (const [index, one] of outcome.files.entries()) one.isQuestion = isQuestion(outcome, index);
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
      if (outcome === null) continue;
      if (outcome.answer === null) failed.push(outcome);
      else this.done = [...this.done, outcome];
      if (outcome.answer !== null && outcome.answer.json.stopped === undefined) this.leaveOut(takenOf(outcome));
    }
    this.preview = failed.length > 0 ? failed : null;
  }

  private leaveOut(files: readonly Chosen[]): void {
    this.chosen = this.chosen.filter((one) => !files.includes(one));
    this.isFresh = false;
  }

  private chosenOf(file: File, fault: string): Chosen {
    this.keys++;
    return {
      key: this.keys,
      file,
      upload: null,
      kind: null,
      isTicked: true,
      isSeen: false,
      isQuestion: false,
      isForced: false,
      fault,
    };
  }

  private async outcomeOf(group: Group, dryRun: boolean): Promise<Outcome | null> {
    const told = { ...group, answer: null, fault: "" };
    try {
      return await this.about(group.files, async (files) => {
        const answer = await this.files.job<TakenJson>(askOf({ ...group, files }, dryRun));
        return { ...told, files, answer };
      });
    } catch (error) {
      if (error instanceof CallFailed) return { ...told, fault: error.message };
      throw error;
    }
  }

  /** Asks for something about files. What the server has not any more is sent again; null where nothing of it can be. */
  private async about<T>(files: readonly Chosen[], ask: (files: readonly Chosen[]) => Promise<T>): Promise<T | null> {
    try {
      return await ask(files);
    } catch (error) {
      if (!(error instanceof UploadGone)) throw error;
      this.letGo(files);
      for (const one of files) await this.send(one);
      const sent = files.filter(({ fault }) => fault === "");
      return sent.length === 0 ? null : ask(sent);
    }
  }

  private async sendAll(tell: (sentence: string) => void): Promise<void> {
    const unsent = this.chosen.filter(({ upload, fault }) => upload === null && fault === "");
    for (const [index, one] of unsent.entries()) {
      tell(say.sending(index + 1, unsent.length));
      await this.send(one);
    }
    const unknown = this.chosen.filter(({ upload, isSeen }) => upload !== null && !isSeen);
    if (unknown.length > 0) await this.about(unknown, (files) => this.tellApart(files));
    for (const one of this.chosen) one.isSeen = true;
  }

  private async tellApart(files: readonly Chosen[]): Promise<void> {
    const kinds = await this.files.kinds(files.flatMap(({ upload }) => upload ?? []));
    for (const [index, one] of files.entries()) one.kind = kinds[index] ?? null;
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

function askOf({ kind, files, isForced }: Group, dryRun: boolean): JobAsk {
  const ids = files.flatMap(({ upload }) => upload ?? []);
  const site = SITE_LISTS.find((list) => list === kind);
  if (site) return { job: "import", files: ids, options: { as: site, dryRun } };
  const job = kind === "people" ? "import" : kind === "cards" || kind === "plan" ? kind : "checkIn";
  return { job, files: ids, options: { dryRun, ...(isForced ? { force: true } : {}) } };
}

const isQuestion = ({ answer }: Outcome, index: number): boolean => answer?.json.files?.[index]?.error?.isQuestion ?? false;

/** The files that were taken in; one that could not be read stays, with the sentence that says why, and one that waits for an answer. */
function takenOf({ files, answer }: Outcome): readonly Chosen[] {
  return files.filter((one, index) => {
    const error = answer?.json.files?.[index]?.error;
    if (error === undefined) return true;
    one.isQuestion = error.isQuestion ?? false;
    if (one.isQuestion) return false;
    Object.assign(one, { upload: null, fault: error.message });
    return false;
  });
}
