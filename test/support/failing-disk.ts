import type * as promises from "node:fs/promises";

type Promises = typeof promises;
type Call = (...given: unknown[]) => Promise<unknown>;

const ON_PATHS = ["open", "mkdir", "readdir", "readFile", "stat", "realpath", "link", "rename", "copyFile", "chmod", "unlink"];
const ON_HANDLES = ["write", "writeFile", "sync", "stat", "chmod", "close"];

/** The disk that a test file sees: the real one, of whose calls one fails as the system's do. */
export const disk = {
  /** Which call from now on fails; 0: none. */
  failAt: 0,
  code: "",
  calls: 0,

  arm(failAt: number, code: string): void {
    Object.assign(disk, { failAt, code, calls: 0 });
  },
};

/** For `jest.mock("node:fs/promises", …)`: what stands in its place. */
export function failingDisk(real: Promises): Promises {
  const broken = Object.fromEntries(ON_PATHS.map((name) => [name, onPath(name, real[name as "open"] as unknown as Call)]));
  return { ...real, ...broken, open: opening(broken.open as Call) as unknown as Promises["open"] };
}

function onPath(name: string, call: Call): Call {
  return async (...given) => {
    const [path, second] = given;
    const dest = ["link", "rename", "copyFile"].includes(name) ? { dest: second } : {};
    fail(name, { path, ...dest });
    return call(...given);
  };
}

/** What is done with an open file says nothing of its path when it fails. */
function opening(open: Call): Call {
  return async (...given) => {
    const handle = (await open(...given)) as object;
    return new Proxy(handle, {
      get(target, name) {
        const own: unknown = Reflect.get(target, name);
        if (typeof own !== "function") return own;
        return async (...more: unknown[]) => {
          // A close that fails has closed the file all the same.
          if (name === "close") await Reflect.apply(own, target, more);
          if (ON_HANDLES.includes(String(name))) fail(String(name), {});
          return name === "close" ? undefined : Reflect.apply(own, target, more);
        };
      },
    });
  };
}

function fail(syscall: string, places: object): void {
  disk.calls += 1;
  if (disk.calls !== disk.failAt) return;
  throw Object.assign(new Error(`${disk.code}: refused by the system, ${syscall}`), { code: disk.code, syscall, ...places });
}
