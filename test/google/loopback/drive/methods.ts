import { type Method, scope } from "../router";
import { listFiles } from "./list";
import { listPermissions } from "./list-permissions";
import { createFile, exportFile, getFile, updateFile } from "./one-file";

const host = "www.googleapis.com";
const WRITE = ["drive", "drive.file"].map(scope);
const READ = [...WRITE, scope("drive.readonly")];
const LOOK = [...READ, scope("drive.metadata.readonly")];
const FILE = "kind,id,name,mimeType";
const files = "/drive/v3/files";

/** https://developers.google.com/workspace/drive/api/reference/rest/v3 */
export const DRIVE_METHODS: readonly Method[] = [
  {
    id: "drive.files.list",
    verb: "GET",
    host,
    path: files,
    scopes: LOOK,
    usualFields: `kind,incompleteSearch,nextPageToken,files(${FILE})`,
    handle: listFiles,
  },
  {
    id: "drive.files.create",
    verb: "POST",
    host,
    path: files,
    scopes: WRITE,
    takesMedia: true,
    usualFields: FILE,
    handle: createFile,
  },
  {
    id: "drive.files.create",
    verb: "POST",
    host,
    path: `/upload${files}`,
    scopes: WRITE,
    takesMedia: true,
    usualFields: FILE,
    handle: createFile,
  },
  {
    id: "drive.files.export",
    verb: "GET",
    host,
    path: `${files}/{fileId}/export`,
    scopes: READ,
    handle: exportFile,
  },
  {
    id: "drive.permissions.list",
    verb: "GET",
    host,
    path: `${files}/{fileId}/permissions`,
    scopes: LOOK,
    usualFields: "kind,nextPageToken,permissions(kind,id,type,role)",
    handle: listPermissions,
  },
  { id: "drive.files.get", verb: "GET", host, path: `${files}/{fileId}`, scopes: LOOK, usualFields: FILE, handle: getFile },
  {
    id: "drive.files.update",
    verb: "PATCH",
    host,
    path: `${files}/{fileId}`,
    scopes: WRITE,
    takesMedia: true,
    usualFields: FILE,
    handle: updateFile,
  },
  {
    id: "drive.files.update",
    verb: "PATCH",
    host,
    path: `/upload${files}/{fileId}`,
    scopes: WRITE,
    takesMedia: true,
    usualFields: FILE,
    handle: updateFile,
  },
];
