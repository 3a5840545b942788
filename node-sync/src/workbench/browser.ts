import { spawn } from "node:child_process";

/**
 * Opens an address in a browser, and does not wait for it. Windows gets Edge by name: what opens addresses there may be an old
 * browser in 兼容模式. No shell reads the address.
 */
export async function openBrowser(url: string, system: NodeJS.Platform = process.platform): Promise<boolean> {
  const [program, ...args] = openerOf(url, system);
  return new Promise((resolve) => {
    const child = spawn(program, args, { detached: true, stdio: "ignore", windowsHide: true });
    child.on("error", () => resolve(false));
    child.on("spawn", () => {
      child.unref();
      resolve(true);
    });
  });
}

/** @example openerOf("http://127.0.0.1:1/", "linux") // ["xdg-open", "http://127.0.0.1:1/"] */
export function openerOf(url: string, system: NodeJS.Platform): readonly [string, ...string[]] {
  if (system === "darwin") return ["open", url];
  if (system === "win32") return ["rundll32.exe", "url.dll,FileProtocolHandler", `microsoft-edge:${url}`];
  return ["xdg-open", url];
}
