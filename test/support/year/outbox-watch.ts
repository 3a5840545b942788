import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Grids } from "../../../apps-script/domain/snapshot/grid";
import { replyWording } from "../../../node-sync/src/wording/reply";
import { readableIn, secretsIn, secretsOf, unwritten } from "../leaks";
import { linesOf } from "./ledger";
import type { Letter } from "./letters";

/** What a file is called whose sender is not known. */
const NOBODY = replyWording.unknownUnit;

/** The end of a number that any style sheet has too. */
const NOUGHTS = /^\*?0+$/u;

/** Looks into every file that leaves for a unit: for what gives away people that are not the unit's. */
export class OutboxWatch {
  readonly found: string[] = [];
  /** Files that were looked into, and secrets of their own unit that stood in them: the search does find. */
  files = 0;
  own = 0;
  private readonly seen = new Map<string, string>();
  private readonly secrets = new Map<string, Set<string>>();
  private readonly written = new Map<string, string[]>();

  constructor(private readonly outbox: string) {}

  /** What a sender wrote it may be told; a reply to nobody known goes to whoever wrote a forged file on that day. */
  async sent(letters: readonly Letter[]): Promise<void> {
    this.written.delete(NOBODY);
    for (const { sender, kind, bytes } of letters) {
      if (sender === "") continue;
      const text = await readableIn(Buffer.from(bytes));
      for (const name of kind === "forged" ? [sender, NOBODY] : [sender])
        this.written.set(name, [...(this.written.get(name) ?? []), text]);
    }
  }

  async look(grids: Grids, day: number): Promise<void> {
    const people = linesOf(grids, "名册").map(({ cells: { 资料缺项: _same, ...cells } }) => cells);
    for (const cells of people) {
      const unit = cells.工作单位 ?? "";
      const known = this.secrets.get(unit) ?? new Set<string>();
      for (const secret of secretsOf(cells)) if (!NOUGHTS.test(secret)) known.add(secret);
      this.secrets.set(unit, known);
    }
    for (const file of await filesBelow(this.outbox)) {
      const bytes = await readFile(join(this.outbox, file));
      const hash = createHash("sha256").update(bytes).digest("hex");
      if (this.seen.get(file) === hash) continue;
      this.seen.set(file, hash);
      this.files += 1;
      const text = await readableIn(bytes);
      const unit = [...this.secrets.keys()].find((one) => one !== "" && file.includes(one)) ?? NOBODY;
      const rows = people.filter((cells) => cells.工作单位 === unit);
      const words = [...(this.written.get(unit) ?? []), JSON.stringify(rows)].join("\n");
      this.own += secretsIn(text, this.secrets.get(unit) ?? []).length;
      for (const [other, secrets] of this.secrets) {
        if (other === unit) continue;
        for (const secret of unwritten(secretsIn(text, secrets), words))
          this.found.push(`day ${day}: ${file} tells ${secret} of ${other}`);
      }
    }
  }
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1));
}
