import { SheetsError } from "../workbook/sheets-error";
import type { Runtime } from "./runtime";

/** A script asked for something that the stand-in does not do. It is no answer of Google's. */
export class NotInStandIn extends Error {
  override readonly name = "NotInStandIn";
}

/** Looked up by promises, JSON and test reports on anything they are handed. */
const PEEKED_AT = new Set([
  "then",
  "toJSON",
  "asymmetricMatch",
  "nodeType",
  "tagName",
  "hasAttribute",
  "constructor",
  "$$typeof",
  "inspect",
  "valueOf",
]);

const behind = new WeakMap<object, object>();

/** The object that a script sees: its listed members, each call counted, and a refusal for anything else. */
function guard<T extends object>(kind: string, target: object, members: readonly string[], runtime: Runtime): T {
  const listed = new Set(members);
  const calls = new Map<string, (...given: unknown[]) => unknown>();
  const face = new Proxy(Object.create(null) as object, {
    get(_, member) {
      if (typeof member === "symbol" || PEEKED_AT.has(member)) return undefined;
      if (member === "toString") return () => kind;
      if (!listed.has(member)) throw new NotInStandIn(`${kind}.${member} is not part of the stand-in for Google's services.`);
      const value: unknown = Reflect.get(target, member, target);
      if (typeof value !== "function") return value;
      let call = calls.get(member);
      if (!call) {
        call = (...given) => called(`${kind}.${member}`, () => Reflect.apply(value, target, given), runtime);
        calls.set(member, call);
      }
      return call;
    },
    set(_, member) {
      throw new NotInStandIn(`${kind}.${String(member)} can't be assigned.`);
    },
    has: (_, member) => typeof member === "string" && listed.has(member),
  });
  behind.set(face, target);
  return face as T;
}

function called(name: string, make: () => unknown, runtime: Runtime): unknown {
  try {
    return runtime.calls.make(name, () => runtime.asPerson(make));
  } catch (error) {
    throw error instanceof SheetsError ? runtime.exception(error.message) : error;
  }
}

/** The stand-in's own object behind what a script hands back; anything else is refused in Google's words. */
export function unwrap<C>(face: unknown, type: abstract new (...given: never[]) => C, method: string): C {
  const target = typeof face === "object" && face !== null ? behind.get(face) : undefined;
  if (target instanceof type) return target;
  throw new SheetsError(`The parameters (${kindOf(face)}) don't match the method signature for ${method}.`);
}

export function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "number[]";
  if (typeof value === "string") return "String";
  return typeof value === "object" ? "(class)" : typeof value;
}

/** An object of Google's with its guarded face; `self` is what scripts get to see. */
export abstract class Face<T extends object> {
  readonly self: T;
  constructor(
    kind: string,
    members: readonly (keyof T & string)[],
    protected readonly runtime: Runtime,
  ) {
    this.self = guard<T>(kind, this, members, runtime);
  }
}

/** A constant of one of Google's enums: an object that prints as its name. */
export function constant<E>(name: string): E {
  return Object.freeze({ toString: () => name, name: () => name, toJSON: () => name }) as unknown as E;
}
