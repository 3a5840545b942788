import type { Desk } from "./desk";
import { listFile, longCellFile, longUnitFile, typedFile } from "./honest-mail";
import { anothersPersonFile, type Damaged, damagedFiles, forgedFile, olderIdsFile, ownWorkbook } from "./hostile-mail";
import { KINDS, type Kind, type Letter, letter } from "./letters";

/** Makes what arrives on each day. */
export class Mail {
  private deck: Kind[] = [];
  private readonly sent: Letter[] = [];

  private constructor(
    private readonly desk: Desk,
    private readonly damaged: readonly Damaged[],
  ) {}

  /** After the first sync of an office, which sends each unit its file. */
  static async of(desk: Desk): Promise<Mail> {
    return new Mail(desk, await damagedFiles(desk));
  }

  async ofDay(day: number): Promise<Letter[]> {
    this.desk.newDay();
    const letters: Letter[] = [];
    const count = 3 + this.desk.below(2);
    while (letters.length < count) letters.push(await this.make(this.draw(), `${day}日来件${letters.length}`));
    this.sent.push(...letters.filter(({ kind }) => kind === "typed" || kind === "list"));
    return letters;
  }

  /** All kinds come within a few days, and each as often as it is to. */
  private draw(): Kind {
    if (this.deck.length === 0)
      this.deck = Object.entries(KINDS).flatMap(([kind, times]) => Array.from({ length: times }, () => kind as Kind));
    return this.deck.splice(this.desk.below(this.deck.length), 1)[0] ?? "typed";
  }

  private async make(kind: Kind, name: string): Promise<Letter> {
    switch (kind) {
      case "list":
        return listFile(this.desk, name);
      case "again":
        return this.again(name);
      case "long unit":
        return longUnitFile(this.desk, name);
      case "damaged":
        return this.broken(name);
      case "own workbook":
        return ownWorkbook(this.desk, name);
      case "forged":
        return forgedFile(this.desk, name);
      case "another's person":
        return anothersPersonFile(this.desk, name);
      default:
        return this.fromUnit(kind, name);
    }
  }

  private async fromUnit(kind: "typed" | "long cell" | "older ids", name: string): Promise<Letter> {
    const unit = await this.desk.freeUnit();
    if (unit === null) return listFile(this.desk, name);
    const make = { typed: typedFile, "long cell": longCellFile, "older ids": olderIdsFile }[kind];
    return make(this.desk, name, unit);
  }

  private async again(name: string): Promise<Letter> {
    if (this.sent.length === 0) return listFile(this.desk, name);
    const { file, bytes, sender } = this.desk.pick(this.sent);
    return letter({ kind: "again", file: `${name}-又发${file}`, bytes, sender, isGood: true });
  }

  private broken(name: string): Letter {
    const { file, bytes, end } = this.desk.pick(this.damaged);
    return letter({ kind: "damaged", file: `${name}-${file}`, bytes, sender: "", error: end });
  }
}
