import { DriveError, NotInLoopback } from "../api-error";
import type { DriveFile } from "./store";

type FileTest = (file: DriveFile) => boolean;

const TOKEN = /\s*(?:('(?:[^'\\]|\\.)*')|(<=|>=|!=|[=<>()])|([A-Za-z]+))/y;

/**
 * The `q` of files.list; `root` stands for the caller's "My Drive".
 * https://developers.google.com/workspace/drive/api/guides/ref-search-terms
 */
export function fileTestOf(q: string, root: string): FileTest {
  const tokens = tokensOf(q);
  const reader = new QueryReader(tokens, root);
  const test = reader.any();
  if (!reader.isDone) throw unreadable();
  return test;
}

function tokensOf(q: string): string[] {
  const tokens: string[] = [];
  const text = q.trimEnd();
  for (TOKEN.lastIndex = 0; TOKEN.lastIndex < text.length; ) {
    const [, quoted, sign, word] = TOKEN.exec(text) ?? [];
    const token = quoted ?? sign ?? word;
    if (token === undefined) throw unreadable();
    tokens.push(token);
  }
  return tokens;
}

class QueryReader {
  private at = 0;
  constructor(
    private readonly tokens: readonly string[],
    private readonly root: string,
  ) {}

  get isDone(): boolean {
    return this.at === this.tokens.length;
  }

  any(): FileTest {
    const tests = [this.all()];
    while (this.take("or")) tests.push(this.all());
    return (file) => tests.some((test) => test(file));
  }

  private all(): FileTest {
    const tests = [this.one()];
    while (this.take("and")) tests.push(this.one());
    return (file) => tests.every((test) => test(file));
  }

  private one(): FileTest {
    if (this.take("not")) {
      const test = this.one();
      return (file) => !test(file);
    }
    if (this.take("(")) {
      const test = this.any();
      if (!this.take(")")) throw unreadable();
      return test;
    }
    const [left = "", operator = "", right = ""] = [this.next(), this.next(), this.next()];
    return left.startsWith("'") ? this.membership(textOf(left), operator, right) : comparison(left, operator, right);
  }

  private membership(id: string, operator: string, list: string): FileTest {
    if (operator !== "in" || list === "") throw unreadable();
    if (list !== "parents") throw new NotInLoopback(`The loopback doesn't search by ${list}.`);
    const folder = id === "root" ? this.root : id;
    return ({ parents }) => parents.includes(folder);
  }

  private next(): string | undefined {
    return this.tokens[this.at++];
  }

  private take(word: string): boolean {
    if (this.tokens[this.at]?.toLowerCase() !== word) return false;
    this.at += 1;
    return true;
  }
}

/** `contains` of a name looks at how its words begin, of a type at how it begins. */
function comparison(field: string, operator: string, given: string): FileTest {
  const text = (of: (file: DriveFile) => string): FileTest => {
    const wanted = textOf(given);
    if (operator === "=") return (file) => of(file) === wanted;
    if (operator === "!=") return (file) => of(file) !== wanted;
    if (operator !== "contains") throw unreadable();
    return (file) => of(file).startsWith(wanted) || (field === "name" && of(file).includes(` ${wanted}`));
  };
  switch (field) {
    case "name":
      return text(({ name }) => name);
    case "mimeType":
      return text(({ mimeType }) => mimeType);
    case "trashed":
      if (!["true", "false"].includes(given) || !["=", "!="].includes(operator)) throw unreadable();
      return ({ trashed }) => (trashed === (given === "true")) === (operator === "=");
    case "modifiedTime":
    case "createdTime":
      return moment(field, operator, Date.parse(textOf(given)));
    default:
      throw new NotInLoopback(`The loopback doesn't search by ${field}.`);
  }
}

function moment(field: "modifiedTime" | "createdTime", operator: string, wanted: number): FileTest {
  if (Number.isNaN(wanted)) throw unreadable();
  const tests: Readonly<Record<string, (at: number) => boolean>> = {
    "=": (at) => at === wanted,
    "!=": (at) => at !== wanted,
    "<": (at) => at < wanted,
    "<=": (at) => at <= wanted,
    ">": (at) => at > wanted,
    ">=": (at) => at >= wanted,
  };
  const test = tests[operator];
  if (!test) throw unreadable();
  return (file) => test(file[field]);
}

function textOf(token: string): string {
  if (!token.startsWith("'")) throw unreadable();
  return token.slice(1, -1).replace(/\\(.)/g, "$1");
}

function unreadable(): DriveError {
  return new DriveError("INVALID_ARGUMENT", "invalid", "Invalid Value", { location: "q", locationType: "parameter" });
}
