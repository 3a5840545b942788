import { createHash } from "node:crypto";

export interface ScriptFile {
  readonly name: string;
  /** `SERVER_JS`, `HTML` or `JSON`. */
  readonly type: string;
  readonly source: string;
}

/** An Apps Script project; `parentId` is the document it is bound to. */
export interface ScriptProject {
  readonly scriptId: string;
  title: string;
  readonly parentId: string | null;
  readonly owner: string;
  readonly createTime: number;
  updateTime: number;
  files: readonly ScriptFile[];
}

export class ScriptStore {
  readonly projects = new Map<string, ScriptProject>();
  /** Off until a person switches the Apps Script API on in their settings: https://script.google.com/home/usersettings */
  isSwitchedOn = true;

  constructor(private readonly now: () => number) {}

  add(title: string, owner: string, parentId: string | null, files: readonly ScriptFile[] = []): ScriptProject {
    const hash = createHash("sha256").update(`script ${this.projects.size}`).digest("base64url");
    const at = this.now();
    const project = { scriptId: `1${hash}loopbackScript`, title, parentId, owner, createTime: at, updateTime: at, files };
    this.projects.set(project.scriptId, project);
    return project;
  }
}
