import { posix, win32 } from "node:path";

/** How a process of the command line was started, as far as it tells how the next call is to be typed. */
export interface Start {
  readonly platform: NodeJS.Platform;
  /** `ANPEI_LAUNCHER`: the path of the `.cmd` that a package was started by. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The program that Node runs. */
  readonly program: string;
  readonly folder: string;
}

const ofThisProcess = (): Start => ({
  platform: process.platform,
  environment: process.env,
  program: process.argv[1] ?? "",
  folder: process.cwd(),
});

/**
 * A call as it works in the shell at hand, for what is said to do next: a package has no npm, a checkout has no `anpei` on the
 * path, and PowerShell takes the `--` away that npm waits for (https://github.com/npm/cli/issues/3136).
 *
 * @param words the call without the program, its words ready to be typed
 * @example typedCommand("undo --book 名册.xlsx") // "npm run --silent anpei -- undo --book 名册.xlsx"
 */
export function typedCommand(words: string, start: Start = ofThisProcess()): string {
  return `${typedProgram(start)} ${words}`.trim();
}

/** A word of a call, in quotes where the shell would not take it for one. */
export function typedWord(word: string, { platform }: Pick<Start, "platform"> = process): string {
  if (/^[\p{L}\p{N}_.:/\\=-]+$/u.test(word)) return word;
  return platform === "win32" ? `"${word}"` : `'${word.replaceAll("'", "'\\''")}'`;
}

function typedProgram(start: Start): string {
  const { platform, environment, program, folder } = start;
  if (environment.ANPEI_LAUNCHER) return typedLauncher(environment.ANPEI_LAUNCHER, start);
  const isByNpm = ["anpei", "start"].includes(environment.npm_lifecycle_event ?? "");
  if (isByNpm && platform !== "win32") return "npm run --silent anpei --";
  const path = platform === "win32" ? win32 : posix;
  const isInstalled = /[\\/]node_modules[\\/]/.test(program);
  if (isInstalled || path.basename(program) !== "anpei.mjs") return "anpei";
  // Every shell takes this slash.
  return `node ${typedWord(path.relative(folder, program).replaceAll("\\", "/"), start)}`;
}

/** `.\` is taken by cmd and PowerShell alike; what stands in quotes PowerShell only prints, unless there is `&` before it. */
function typedLauncher(path: string, start: Start): string {
  const isHere = win32.relative(win32.dirname(path), start.folder) === "";
  const word = typedWord(isHere ? `.\\${win32.basename(path)}` : path, start);
  return word.startsWith('"') && isPowerShell(start) ? `& ${word}` : word;
}

/** PowerShell puts the folder of the user's own modules there; in cmd there are those of the machine alone. */
function isPowerShell({ environment }: Start): boolean {
  const { USERPROFILE, PSModulePath } = environment;
  if (!USERPROFILE || !PSModulePath) return false;
  const folders = PSModulePath.toLowerCase().split(";");
  return folders.some((folder) => folder.startsWith(USERPROFILE.toLowerCase()) && /powershell\\modules\\?$/.test(folder));
}
