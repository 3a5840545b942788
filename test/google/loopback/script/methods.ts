import type { script_v1 } from "googleapis/build/src/apis/script";
import { ApiError, forbidden, notFound } from "../api-error";
import { jsonAnswer } from "../network/call";
import { type ApiRequest, type Method, scope } from "../router";
import type { World } from "../world";
import { filesOf } from "./content";
import type { ScriptFile, ScriptProject, ScriptVersion } from "./store";

const host = "script.googleapis.com";
const WRITE = [scope("script.projects")];
const READ = [...WRITE, scope("script.projects.readonly")];
const PROJECT = "/v1/projects/{scriptId}";

const create: Method["handle"] = ({ caller, body }, world) => {
  refuseSwitchedOff(world);
  const { title, parentId } = body as script_v1.Schema$CreateProjectRequest;
  const parent = parentId ? world.drive.files.get(parentId) : null;
  if (parent === undefined) throw notFound();
  if (parent && !world.drive.mayEdit(parent, caller.email)) throw forbidden();
  return jsonAnswer(projectOut(world.scripts.add(title || "Untitled project", caller.email, parentId ?? null)));
};

const get: Method["handle"] = (request, world) => jsonAnswer(projectOut(projectOf(request, world)));

const getContent: Method["handle"] = (request, world) => {
  const project = projectOf(request, world);
  const version = request.call.query.get("versionNumber");
  const { files } = version === null ? project : versionOf(project, version);
  return jsonAnswer(contentOut(project, files));
};

const updateContent: Method["handle"] = (request, world) => {
  const project = projectOf(request, world);
  world.scripts.replaceFiles(project, filesOf(request.body), request.caller.email);
  return jsonAnswer(contentOut(project, project.files));
};

const createVersion: Method["handle"] = (request, world) => {
  const project = projectOf(request, world);
  const { description } = request.body as script_v1.Schema$Version;
  return jsonAnswer(versionOut(project, world.scripts.addVersion(project, description ?? "")));
};

const listVersions: Method["handle"] = (request, world) => {
  const project = projectOf(request, world);
  const versions = project.versions.map((version) => versionOut(project, version));
  return jsonAnswer(versions.length > 0 ? { versions } : {});
};

const getVersion: Method["handle"] = (request, world) => {
  const project = projectOf(request, world);
  return jsonAnswer(versionOut(project, versionOf(project, request.params.versionNumber ?? "")));
};

/** https://developers.google.com/apps-script/api/reference/rest */
export const SCRIPT_METHODS: readonly Method[] = [
  { id: "script.projects.create", verb: "POST", host, path: "/v1/projects", scopes: WRITE, handle: create },
  { id: "script.projects.get", verb: "GET", host, path: PROJECT, scopes: READ, handle: get },
  { id: "script.projects.getContent", verb: "GET", host, path: `${PROJECT}/content`, scopes: READ, handle: getContent },
  { id: "script.projects.updateContent", verb: "PUT", host, path: `${PROJECT}/content`, scopes: WRITE, handle: updateContent },
  {
    id: "script.projects.versions.create",
    verb: "POST",
    host,
    path: `${PROJECT}/versions`,
    scopes: WRITE,
    handle: createVersion,
  },
  { id: "script.projects.versions.list", verb: "GET", host, path: `${PROJECT}/versions`, scopes: READ, handle: listVersions },
  {
    id: "script.projects.versions.get",
    verb: "GET",
    host,
    path: `${PROJECT}/versions/{versionNumber}`,
    scopes: READ,
    handle: getVersion,
  },
];

/** Who may edit the document may edit the script that is bound to it. */
function projectOf({ params, caller }: ApiRequest, world: World): ScriptProject {
  refuseSwitchedOff(world);
  const project = world.scripts.projects.get(params.scriptId ?? "");
  if (!project) throw notFound();
  const parent = project.parentId === null ? null : world.drive.files.get(project.parentId);
  const isAllowed = parent ? world.drive.mayEdit(parent, caller.email) : project.owner === caller.email;
  if (!isAllowed) throw forbidden();
  return project;
}

function versionOf({ versions }: ScriptProject, number: string): ScriptVersion {
  const version = versions.find(({ versionNumber }) => String(versionNumber) === number);
  if (!version) throw notFound();
  return version;
}

/** https://developers.google.com/apps-script/api/how-tos/enable */
function refuseSwitchedOff({ scripts }: World): void {
  if (scripts.isSwitchedOn) return;
  throw new ApiError(
    "PERMISSION_DENIED",
    "User has not enabled the Apps Script API. Enable it by visiting https://script.google.com/home/usersettings then retry. If you enabled this API recently, wait a few minutes for the action to propagate to our systems and retry.",
  );
}

const timeOf = (at: number): string => new Date(at).toISOString();

function userOut(email: string): script_v1.Schema$GoogleAppsScriptTypeUser {
  return { email, name: email.split("@")[0] ?? email, domain: email.split("@")[1] ?? "" };
}

function projectOut(project: ScriptProject): script_v1.Schema$Project {
  const { scriptId, title, parentId, owner, createTime, updateTime, lastModifyUser } = project;
  return {
    scriptId,
    title,
    ...(parentId === null ? {} : { parentId }),
    createTime: timeOf(createTime),
    updateTime: timeOf(updateTime),
    creator: userOut(owner),
    lastModifyUser: userOut(lastModifyUser),
  };
}

function contentOut(project: ScriptProject, files: readonly ScriptFile[]): script_v1.Schema$Content {
  const { scriptId, createTime, updateTime, lastModifyUser } = project;
  const times = { createTime: timeOf(createTime), updateTime: timeOf(updateTime), lastModifyUser: userOut(lastModifyUser) };
  return { scriptId, files: files.map((file) => ({ ...file, ...times })) };
}

function versionOut(
  { scriptId }: ScriptProject,
  { versionNumber, description, createTime }: ScriptVersion,
): script_v1.Schema$Version {
  return { scriptId, versionNumber, ...(description === "" ? {} : { description }), createTime: timeOf(createTime) };
}
