import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { clerkName } from "../../../apps-script/domain/people/clerk-name";
import { Refusal } from "../../../apps-script/domain/refusal";
import { noClerk } from "../../../apps-script/domain/wording/serving";
import { makeFolder } from "../files/folder";
import { ownFolder } from "../files/own-folder";
import { writeOver } from "../files/temporary";

/** Who works on this PC: as the start of the workbench says, else as they once told a page. */
export class KeptClerk {
  private constructor(private name: string | null) {}

  static async of(started: string | undefined): Promise<KeptClerk> {
    const kept = started ?? (await readFile(place(), "utf8").catch(() => ""));
    return new KeptClerk(kept.trim() || null);
  }

  get now(): string | null {
    return this.name;
  }

  /** @throws {Refusal} `no-clerk` */
  get required(): string {
    if (this.name === null) throw new Refusal("no-clerk", noClerk());
    return this.name;
  }

  /** @throws {Refusal} `bad-clerk` */
  async keep(written: string): Promise<void> {
    this.name = clerkName(written);
    await makeFolder(dirname(place()));
    await writeOver(place(), this.name);
  }
}

function place(): string {
  return join(ownFolder(), "clerk.txt");
}
