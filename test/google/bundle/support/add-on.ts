import { createContext, runInContext } from "node:vm";
import { createGoogle, type Google, type GoogleOptions } from "../../google";
import type { Built } from "./built";

/** The built script at work in a world of its own: nothing is there but Google's services and the language. */
export interface AddOn {
  readonly google: Google;
  /** Calls a top-level function, as Google does. */
  call(name: string, ...given: readonly unknown[]): unknown;
  /** Lets a test use the services itself, with dates and exceptions of its own world. */
  outside<T>(work: (services: Google["services"]) => T): T;
  /** The names that the script left in the global scope. */
  readonly globals: readonly string[];
  /** Stops the script's clock at another moment. */
  at(moment: string): void;
}

interface AddOnOptions extends Partial<GoogleOptions> {
  /** What the clock says in there. */
  readonly moment?: string;
}

export function openAddOn(built: Built, options: AddOnOptions = {}): AddOn {
  const { moment, ...others } = options;
  const files = { page: built.page, manual: built.manual };
  const google = createGoogle({ timeZone: "Asia/Shanghai", scriptTimeZone: "Asia/Shanghai", files, ...others });
  const context = createContext(Object.assign(Object.create(null), google.services));
  const realm = runInContext("({ Date, Error })", context);
  google.useRealm(realm);
  if (moment !== undefined) runInContext(stoppedClock(moment), context);
  const before = globalsOf(context);
  runInContext(built.code, context, { filename: "Code.js" });
  const globals = globalsOf(context).filter((name) => !before.includes(name));
  const call = (name: string, ...given: readonly unknown[]): unknown => {
    const made: unknown = runInContext(`typeof ${name} === "function" ? ${name} : null`, context);
    if (typeof made !== "function") throw new Error(`Script function not found: ${name}`);
    return made(...given);
  };
  const outside = <T>(work: (services: Google["services"]) => T): T => {
    google.useRealm({ Date, Error });
    try {
      return work(google.services);
    } finally {
      google.useRealm(realm);
    }
  };
  const at = (instant: string): void => void runInContext(stoppedClock(instant), context);
  return { google, call, outside, globals, at };
}

function globalsOf(context: object): string[] {
  return runInContext("Object.getOwnPropertyNames(globalThis)", context);
}

function stoppedClock(moment: string): string {
  const now = new Date(moment).getTime();
  return `(() => {
    const Real = Date;
    globalThis.Date = new Proxy(Real, {
      construct: (target, given) => (given.length === 0 ? new target(${now}) : new target(...given)),
      get: (target, name) => (name === "now" ? () => ${now} : target[name]),
    });
  })();`;
}
