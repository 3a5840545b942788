import type { CellValue } from "./cell";
import { type Reference, type Token, tokensOf } from "./formula-tokens";
import { plainNumber } from "./number-format";

type Operand = CellValue | readonly CellValue[];

type ReadArea = (reference: Reference) => readonly CellValue[];

class FormulaError extends Error {}

const fail = (code: string): never => {
  throw new FormulaError(code);
};

/**
 * Works out sums, differences, products, `&`, comparisons and a few functions over cells. What can't be read as a
 * formula gives `#ERROR!`, a name that is not known here `#NAME?`, as Google does for names that it does not know.
 */
export function evaluate(formula: string, read: ReadArea): CellValue {
  const tokens = tokensOf(formula);
  if (!tokens || tokens.length === 0) return "#ERROR!";
  try {
    return new Evaluation(tokens, read).result();
  } catch (error) {
    if (error instanceof FormulaError) return error.message;
    throw error;
  }
}

class Evaluation {
  private at = 0;
  constructor(
    private readonly tokens: readonly Token[],
    private readonly read: ReadArea,
  ) {}

  result(): CellValue {
    const value = one(this.comparison());
    return this.at === this.tokens.length ? value : fail("#ERROR!");
  }

  private sign(...signs: readonly string[]): string | null {
    const token = this.tokens[this.at];
    if (token?.kind !== "sign" || !signs.includes(token.sign)) return null;
    this.at += 1;
    return token.sign;
  }

  private comparison(): Operand {
    let left = this.joined();
    for (let sign = this.sign("=", "<>", "<", ">", "<=", ">="); sign; sign = this.sign("=", "<>", "<", ">", "<=", ">=")) {
      const order = compare(one(left), one(this.joined()));
      left =
        { "=": order === 0, "<>": order !== 0, "<": order < 0, ">": order > 0, "<=": order <= 0, ">=": order >= 0 }[sign] ??
        false;
    }
    return left;
  }

  private joined(): Operand {
    let left = this.sum();
    while (this.sign("&")) left = textOf(one(left)) + textOf(one(this.sum()));
    return left;
  }

  private sum(): Operand {
    let left = this.product();
    for (let sign = this.sign("+", "-"); sign; sign = this.sign("+", "-")) {
      const right = numberOf(one(this.product()));
      left = numberOf(one(left)) + (sign === "+" ? right : -right);
    }
    return left;
  }

  private product(): Operand {
    let left = this.signed();
    for (let sign = this.sign("*", "/"); sign; sign = this.sign("*", "/")) {
      const right = numberOf(one(this.signed()));
      left = sign === "*" ? numberOf(one(left)) * right : right === 0 ? fail("#DIV/0!") : numberOf(one(left)) / right;
    }
    return left;
  }

  private signed(): Operand {
    const sign = this.sign("+", "-");
    if (sign) return sign === "-" ? -numberOf(one(this.signed())) : this.signed();
    const value = this.atom();
    return this.sign("%") ? numberOf(one(value)) / 100 : value;
  }

  private atom(): Operand {
    const token = this.tokens[this.at++];
    if (token?.kind === "number") return token.number;
    if (token?.kind === "text") return token.text;
    if (token?.kind === "reference") return this.read(token.reference);
    if (token?.kind === "word") return this.word(token.word.toUpperCase());
    if (token?.sign !== "(") return fail("#ERROR!");
    const value = this.comparison();
    return this.sign(")") ? value : fail("#ERROR!");
  }

  private word(word: string): Operand {
    if (!this.sign("(")) return word === "TRUE" || word === "FALSE" ? word === "TRUE" : fail("#NAME?");
    const given: Operand[] = [];
    while (!this.sign(")")) {
      given.push(this.comparison());
      if (!this.sign(",", ";") && this.tokens[this.at]?.kind !== "sign") return fail("#ERROR!");
    }
    return (FUNCTIONS[word] ?? (() => fail("#NAME?")))(given);
  }
}

const all = (given: readonly Operand[]): CellValue[] => given.flat();
const numbersIn = (given: readonly Operand[]): number[] => all(given).filter((value) => typeof value === "number");

const FUNCTIONS: Readonly<Record<string, (given: readonly Operand[]) => CellValue>> = {
  SUM: (given) => numbersIn(given).reduce((sum, value) => sum + value, 0),
  COUNT: (given) => numbersIn(given).length,
  COUNTA: (given) => all(given).filter((value) => value !== "").length,
  CONCATENATE: (given) => all(given).map(textOf).join(""),
  IF: ([test = false, yes = true, no = false]) => one(isTrue(one(test)) ? yes : no),
  LEN: ([text = ""]) => textOf(one(text)).length,
};

function one(operand: Operand): CellValue {
  if (typeof operand !== "object") return operand;
  return operand.length === 1 ? (operand[0] ?? "") : fail("#VALUE!");
}

function isTrue(value: CellValue): boolean {
  return typeof value === "string" ? value.toUpperCase() === "TRUE" : Boolean(value);
}

function numberOf(value: CellValue): number {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value.startsWith("#")) return fail(value);
  const number = Number(value);
  return Number.isNaN(number) ? fail("#VALUE!") : number;
}

function textOf(value: CellValue): string {
  if (typeof value === "string") return value;
  return typeof value === "boolean" ? String(value).toUpperCase() : plainNumber(value);
}

function compare(left: CellValue, right: CellValue): number {
  if (typeof left === "number" && typeof right === "number") return left - right;
  const [a, b] = [textOf(left).toLowerCase(), textOf(right).toLowerCase()];
  return a === b ? 0 : a < b ? -1 : 1;
}
