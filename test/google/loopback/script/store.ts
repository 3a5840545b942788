import { createHash } from "node:crypto";

export type ScriptFileType = "SERVER_JS" | "HTML" | "JSON";

/** Named without an ending. */
export interface ScriptFile {
  readonly name: string;
  readonly type: ScriptFileType;
  readonly source: string;
}

/** A project's files as they were once. */
export interface ScriptVersion {
  readonly versionNumber: number;
  readonly description: string;
  readonly createTime: number;
  readonly files: readonly ScriptFile[];
}

/** An Apps Script project; `parentId` is the document it is bound to. */
export interface ScriptProject {
  readonly scriptId: string;
  title: string;
  readonly parentId: string | null;
  readonly owner: string;
  readonly createTime: number;
  updateTime: number;
  lastModifyUser: string;
  files: readonly ScriptFile[];
  /** In order, from 1. */
  readonly versions: ScriptVersion[];
}

/** What a new project holds. */
const MANIFEST: ScriptFile = {
  name: "appsscript",
  type: "JSON",
  source: JSON.stringify({ timeZone: "Asia/Shanghai", dependencies: {}, exceptionLogging: "STACKDRIVER" }, null, 2),
};

export class ScriptStore {
  readonly projects = new Map<string, ScriptProject>();
  /** Off until a person switches the Apps Script API on in their settings: https://script.google.com/home/usersettings */
  isSwitchedOn = true;

  constructor(private readonly now: () => number) {}

  add(title: string, owner: string, parentId: string | null): ScriptProject {
    const hash = createHash("sha256").update(`script ${this.projects.size}`).digest("base64url");
    const at = this.now();
    const project: ScriptProject = {
      scriptId: `1${hash}loopbackScript`,
      title,
      parentId,
      owner,
      createTime: at,
      updateTime: at,
      lastModifyUser: owner,
      files: [MANIFEST],
      versions: [],
    };
    this.projects.set(project.scriptId, project);
    return project;
  }

  replaceFiles(project: ScriptProject, files: readonly ScriptFile[], by: string): void {
    project.files = files;
    project.lastModifyUser = by;
    project.updateTime = this.now();
  }

  addVersion(project: ScriptProject, description: string): ScriptVersion {
    const versionNumber = project.versions.length + 1;
    const version = { versionNumber, description, createTime: this.now(), files: project.files };
    project.versions.push(version);
    return version;
  }
}
