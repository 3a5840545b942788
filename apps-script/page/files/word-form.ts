import type { FormJson } from "./job-json";
import type { JobAnswer, LocalFiles } from "./local-files";

/** 填 Word 表: which form, for whom, and what became of it. */
export class WordForm {
  template: File | null = null;
  class = "";
  unit = "";
  people = "";
  done: JobAnswer<FormJson> | null = null;

  constructor(private readonly files: Pick<LocalFiles, "upload" | "job" | "drop">) {}

  /** Another form, or for others: what was filled in before is another one. */
  choose(chosen: Partial<Pick<WordForm, "template" | "class" | "unit" | "people">>): void {
    Object.assign(this, chosen, { done: null });
  }

  get isReady(): boolean {
    return this.template !== null && [this.class, this.unit, this.people].some((one) => one.trim() !== "");
  }

  /** Sends the form and has it filled in; the server keeps no copy. */
  async fill(): Promise<void> {
    if (this.template === null) return;
    this.done = null;
    const { name, lastModified } = this.template;
    const upload = await this.files.upload(name, await this.template.arrayBuffer(), lastModified);
    const asked = Object.entries({ class: this.class, unit: this.unit, people: this.people.trim() });
    try {
      const options = Object.fromEntries(asked.filter(([, text]) => text !== ""));
      this.done = await this.files.job<FormJson>({ job: "form", files: [upload], options });
    } finally {
      // The server drops by itself what nobody asks for.
      void this.files.drop([upload]).catch(() => undefined);
    }
  }
}
