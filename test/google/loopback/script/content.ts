import { Script } from "node:vm";
import { invalid } from "../api-error";
import type { ScriptFile, ScriptFileType } from "./store";

const TYPES: readonly string[] = ["SERVER_JS", "HTML", "JSON"] satisfies readonly ScriptFileType[];

/**
 * The files of a project, as Google takes them: one manifest, no name twice, scripts that can be read.
 * https://developers.google.com/apps-script/api/reference/rest/v1/File
 */
export function filesOf(body: unknown): ScriptFile[] {
  const given = typeof body === "object" && body !== null && "files" in body ? body.files : [];
  if (!Array.isArray(given)) throw invalid("Invalid value at 'content.files'");
  const files = given.map(fileOf);
  const names = new Set<string>();
  for (const { name } of files) {
    if (names.has(name)) throw invalid(`A file with this name already exists in the current project: ${name}`);
    names.add(name);
  }
  const manifest = files.find(({ name, type }) => name === "appsscript" && type === "JSON");
  if (!manifest) throw invalid("Project contents must include a manifest file named appsscript.");
  for (const file of files) refuseUnreadable(file);
  return files;
}

function fileOf(given: unknown, index: number): ScriptFile {
  const { name, type, source } = (typeof given === "object" && given !== null ? given : {}) as Record<string, unknown>;
  if (typeof name !== "string" || name === "") throw invalid(`File name is missing: files[${index}]`);
  if (typeof type !== "string" || !TYPES.includes(type)) throw invalid(`Invalid value at 'content.files[${index}].type'`);
  return { name, type: type as ScriptFileType, source: typeof source === "string" ? source : "" };
}

function refuseUnreadable({ name, type, source }: ScriptFile): void {
  try {
    if (type === "SERVER_JS") new Script(source, { filename: name });
    if (type === "JSON") JSON.parse(source);
  } catch (error) {
    const { message, stack } = error as Error;
    if (type === "JSON") throw invalid(`"${name}.json" has errors: Invalid JSON: ${message}`);
    const line = /:(\d+)$/m.exec(stack ?? "")?.[1] ?? "1";
    throw invalid(`Syntax error: SyntaxError: ${message} line: ${line} file: ${name}`);
  }
}
