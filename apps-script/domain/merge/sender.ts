import { canonicalUnit } from "../people/canonical";
import { textOf } from "../snapshot/value";
import type { IncomingRow } from "./incoming";
import type { RecognisedList } from "./sheet-lists";
import { UnitMentions } from "./unit-mentions";
import { isUnitName, type UnitDirectory } from "./units";

/** What one clue says of who sent a list: units by their names in 单位, or a company as written that 单位 does not know. */
type Clue = readonly string[];

/**
 * Who sent a list, as far as it shows: the name of the file, the titles above the list, the line "填报单位：…" and the unit of
 * the exchange whose marks the file bears. None of them proves anything, so a sender gives no right to change anything;
 * but where a clue and the 工作单位 of a row contradict, the row is not taken as that unit's word. A file name like
 * "名单.xlsx" is no clue, and a list without clues may be of several units (an association collects for many).
 */
export class Sender {
  private readonly known = new Map<string, string | null>();

  /** @param clues those of the whole list; a row may bring one more */
  constructor(
    private readonly clues: readonly Clue[],
    private readonly directory: UnitDirectory,
  ) {}

  get isUnknown(): boolean {
    return this.clues.length === 0;
  }

  /** The unit of 单位 that every clue names alone; `null` when there is none. */
  get only(): string | null {
    return this.onlyIn(this.clues);
  }

  /** The same with what stands beside the row's own list. */
  onlyFor(row: IncomingRow): string | null {
    return this.onlyIn([...this.clues, ...this.statedFor(row)]);
  }

  private onlyIn(clues: readonly Clue[]): string | null {
    const [name, ...others] = new Set(clues.flat());
    return name !== undefined && others.length === 0 && this.directory.look(name).kind === "known" ? name : null;
  }

  /** Who sent the row, when that is neither its unit nor one that reports for it; else `null`. */
  against(unit: string, row: IncomingRow): string | null {
    const key = JSON.stringify([unit, row.stated]);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const other = [...this.clues, ...this.statedFor(row)].find((clue) => clue.length > 0 && !this.speaksFor(clue, unit));
    const answer = other?.join("、") ?? null;
    this.known.set(key, answer);
    return answer;
  }

  private statedFor({ stated }: IncomingRow): readonly Clue[] {
    return stated === null ? [] : [statedClue(stated, this.directory)];
  }

  private speaksFor(clue: Clue, unit: string): boolean {
    return clue.some((name) => this.directory.relation(name, unit) !== "other" || this.directory.reportsFor(name, unit));
  }
}

interface SenderParts {
  readonly file: string;
  /** The unit to whose exchange the marks of the file belong; `null` for none. */
  readonly exchangeUnit: string | null;
  readonly directory: UnitDirectory;
}

/** The senders of a file's lists: the clues of the file, and of each list its titles. */
export function sendersOf(
  lists: readonly { readonly list: RecognisedList; readonly rows: readonly IncomingRow[] }[],
  { file, exchangeUnit, directory }: SenderParts,
): Map<IncomingRow, Sender> {
  const written = new UnitMentions();
  const units = new Set(lists.flatMap(({ rows }) => rows.map(({ cells }) => textOf(cells.get("unit")?.value))));
  for (const unit of units) if (isUnitName(unit)) written.add(unit, directory.nameFor(unit));
  const clueIn = (text: string): Clue => namedIn(text, directory, written);
  const ofFile = [clueIn(file.replace(/\.[^.]{1,5}$/u, "")), exchangeUnit === null ? [] : [directory.nameFor(exchangeUnit)]];
  const senders = new Map<IncomingRow, Sender>();
  for (const { list, rows } of lists) {
    const clues = [...ofFile, ...list.titles.map(clueIn)].filter((clue) => clue.length > 0);
    const sender = new Sender(clues, directory);
    for (const row of rows) senders.set(row, sender);
  }
  return senders;
}

function namedIn(text: string, directory: UnitDirectory, written: UnitMentions): Clue {
  const named = directory.namesIn(text, written);
  if (named.length > 0) return named;
  const company = companyIn(text);
  return company === null ? [] : clueOf(company, directory);
}

function clueOf(name: string, directory: UnitDirectory): Clue {
  const answer = directory.look(name);
  return answer.kind === "known" ? [answer.name] : answer.kind === "asked" ? answer.near : [name];
}

/** What "填报单位：…" may call an organisation; "单位：万元" does not. */
const ORGANISATION = /(?:公司|集团|矿|矿山|矿业|厂|场|局|协会|商会|联合会|委员会|办公室|办|中心|站|部|所|院)$/u;

function statedClue(stated: string, directory: UnitDirectory): Clue {
  const clue = clueOf(stated, directory);
  const isNamed = directory.look(stated).kind !== "new" || ORGANISATION.test(stated.slice(-8));
  return isNamed ? clue : [];
}

const COMPANY = /^[\p{L}\p{N}()]{2,30}?(?:(?:集团)?(?:有限责任公司|股份有限公司|有限公司|公司)|集团)/u;
const BEFORE_COMPANY = /^(?:年度?|月份?|日|关于|附件|附表)/u;

/** A company that a part of the text begins with, after years, months and numbers; `null` when it names two, or "…等". */
function companyIn(text: string): string | null {
  const form = canonicalUnit(text.slice(0, 80).replace(/[\s_－—–-]+/gu, "、"));
  if (form.split("公司").length > 2 || form.includes("等")) return null;
  for (const part of form.split(/[、,.+&:;]/u)) {
    let rest = part;
    for (let times = 0; times < 4; times++) rest = rest.replace(/^\P{Script=Han}+/u, "").replace(BEFORE_COMPANY, "");
    const company = COMPANY.exec(rest)?.[0];
    if (company !== undefined && !company.startsWith("各")) return company;
  }
  return null;
}
