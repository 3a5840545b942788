/**
 * `google.script` of the page, and what may pass. Source: https://developers.google.com/apps-script/guides/html/reference/run
 * "Legal parameters are JavaScript primitives like a Number, Boolean, String, or null, as well as JavaScript objects and arrays
 * that are composed of primitives, objects and arrays. A form element within the page is also legal as a parameter ... Requests
 * fail if you attempt to pass a Date, Function, DOM element besides a form"; a name that ends in an underscore is private.
 * This one is stricter: no form, nothing undefined.
 */

/** Why a value may not pass, with the place; null when it may. Runs in the page as well, so it names nothing outside. */
export function illegalPart(value: unknown, place: string): string | null {
  if (value === null || typeof value === "string" || typeof value === "boolean") return null;
  if (typeof value === "number") return Number.isFinite(value) ? null : `${place} is ${value}`;
  if (typeof value !== "object") return `${place} is a ${typeof value}`;
  const kind = Object.prototype.toString.call(value);
  if (kind !== "[object Object]" && kind !== "[object Array]") return `${place} is ${kind}`;
  const proto: unknown = Object.getPrototypeOf(value);
  const isPlain = kind === "[object Array]" || proto === null || Object.getPrototypeOf(proto) === null;
  if (!isPlain) return `${place} is an instance of a class`;
  for (const [name, part] of Object.entries(value)) {
    const illegal = illegalPart(part, `${place}.${name}`);
    if (illegal !== null) return illegal;
  }
  return null;
}

/** The page's side, as a script: `names` are the functions that the script project has. */
export function pageScript(names: readonly string[]): string {
  return `(() => {
    ${illegalPart.toString()}
    const names = new Set(${JSON.stringify(names)}.filter((name) => !name.endsWith("_")));
    const runner = (success, failure) => new Proxy({}, {
      get(_, name) {
        if (name === "withSuccessHandler") return (handler) => runner(handler, failure);
        if (name === "withFailureHandler") return (handler) => runner(success, handler);
        if (typeof name !== "string" || !names.has(name)) return undefined;
        return (...given) => {
          const illegal = illegalPart(given, name);
          if (illegal !== null) { window.standInComplains(illegal); throw new TypeError(illegal); }
          window.standInCalls(name, JSON.stringify(given)).then(
            (answer) => answer.ok ? success && success(JSON.parse(answer.value)) : failure && failure(new Error(answer.error)),
          );
        };
      },
    });
    window.google = { script: { run: runner(null, null), host: { close: () => window.standInCloses() } } };
  })();`;
}
