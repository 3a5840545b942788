import { jsonAnswer } from "../network/call";
import type { Method } from "../router";
import { fileCalled, refuseReaders } from "./access";
import { permissionOut } from "./file-out";

/** https://developers.google.com/workspace/drive/api/reference/rest/v3/permissions/list */
export const listPermissions: Method["handle"] = (request, world) => {
  const file = fileCalled(request.params.fileId ?? "", request, world);
  refuseReaders(file, request, world);
  return jsonAnswer({ kind: "drive#permissionList", permissions: world.drive.permissionsOf(file).map(permissionOut) });
};
