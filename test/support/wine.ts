import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Debian's package wine64 leaves it off the path. */
const PLACES = [...(process.env.PATH ?? "").split(":"), "/usr/lib/wine"];
const placeOf = (program: string): string | undefined =>
  PLACES.map((folder) => join(folder, program)).find((path) => existsSync(path));

export interface Ran {
  readonly exit: number | null;
  readonly said: string;
}

/** A Windows of its own, as Wine makes it: Windows 7 at first. */
export class Wine {
  private readonly home = mkdtempSync(join(tmpdir(), "anpei-wine-"));

  private constructor(private readonly program: string) {}

  /** `null` where the machine has none. */
  static find(): Wine | null {
    const program = placeOf("wine64");
    return program === undefined ? null : new Wine(program);
  }

  /** A program in Wine cannot write to a pipe of ours: what is said goes to a file. */
  run(folder: string, words: readonly string[]): Ran {
    const said = join(this.home, "said.txt");
    const out = openSync(said, "w");
    const options = { cwd: folder, env: this.environment, stdio: ["ignore", out, out] as ["ignore", number, number] };
    const { status } = spawnSync(this.program, ["cmd", "/c", ...words], { ...options, timeout: 240_000 });
    closeSync(out);
    return { exit: status, said: readFileSync(said, "utf8") };
  }

  /** A program that goes on and writes what it says to a file. */
  start(folder: string, words: readonly string[], saysTo: string): ChildProcess {
    const out = openSync(saysTo, "w");
    const child = spawn(this.program, words, { cwd: folder, env: this.environment, stdio: ["ignore", out, "ignore"] });
    closeSync(out);
    return child;
  }

  becomeWindows10(): void {
    this.run(this.home, ["reg", "add", "HKCU\\Software\\Wine", "/v", "Version", "/d", "win10", "/f"]);
  }

  /** Ends all that runs in it. */
  end(): void {
    const server = placeOf("wineserver64") ?? placeOf("wineserver");
    if (server !== undefined) spawnSync(server, ["-k"], { env: this.environment });
  }

  private get environment(): NodeJS.ProcessEnv {
    const { ANPEI_BOOK: _book, ANPEI_SHEET: _sheet, XDG_CONFIG_HOME: _config, ...inherited } = process.env;
    return { ...inherited, ANPEI_CLERK: "测试", WINEPREFIX: join(this.home, "prefix"), WINEDEBUG: "-all" };
  }
}
