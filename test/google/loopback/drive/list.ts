import { DriveError, NotInLoopback } from "../api-error";
import { jsonAnswer } from "../network/call";
import type { ApiRequest, Method } from "../router";
import type { World } from "../world";
import { isSeen } from "./access";
import { fileOut } from "./file-out";
import { fileTestOf } from "./query";
import type { DriveFile } from "./store";

const USUAL_PAGE = 100;
const LARGEST_PAGE = 1000;

type Order = (one: DriveFile, other: DriveFile) => number;

const ORDERS: Readonly<Record<string, Order>> = {
  name: (one, other) => one.name.localeCompare(other.name),
  createdTime: (one, other) => one.createdTime - other.createdTime,
  modifiedTime: (one, other) => one.modifiedTime - other.modifiedTime,
};

/** https://developers.google.com/workspace/drive/api/reference/rest/v3/files/list */
export const listFiles: Method["handle"] = (request, world) => {
  const { query } = request.call;
  const size = pageSize(query);
  const found = filesFor(request, world).sort(orderOf(query.get("orderBy") ?? "modifiedTime desc"));
  const start = pageStart(query, found.length);
  const page = found.slice(start, start + size);
  return jsonAnswer({
    kind: "drive#fileList",
    incompleteSearch: false,
    ...(start + size < found.length ? { nextPageToken: tokenFor(start + size) } : {}),
    files: page.map((file) => fileOut(world.drive, file, request.caller)),
  });
};

/** Files of shared drives come only to those who say that they can deal with them. */
function filesFor(request: ApiRequest, world: World): DriveFile[] {
  const { drive } = world;
  const { query } = request.call;
  const corpora = query.get("corpora") ?? "user";
  if (!["user", "allDrives"].includes(corpora)) throw new NotInLoopback(`The loopback has no corpora ${corpora}.`);
  const takesAll = query.get("supportsAllDrives") === "true" && query.get("includeItemsFromAllDrives") === "true";
  const q = query.get("q") ?? "";
  const isMeant = q.trim() === "" ? () => true : fileTestOf(q, drive.rootOf(request.caller.email).id);
  return [...drive.files.values()].filter((file) => {
    const isRoot = file.parents.length === 0;
    return !isRoot && isSeen(file, request, world) && (takesAll || !drive.sharedDriveOf(file)) && isMeant(file);
  });
}

function pageSize(query: URLSearchParams): number {
  const given = query.get("pageSize");
  const size = given === null ? USUAL_PAGE : Number(given);
  if (!Number.isInteger(size) || size < 1 || size > LARGEST_PAGE) {
    throw outOfRange("pageSize", `Invalid value '${given}'. Values must be within the range: [1, ${LARGEST_PAGE}]`);
  }
  return size;
}

const tokenFor = (start: number): string => `~!!~${Buffer.from(String(start)).toString("base64url")}`;

function pageStart(query: URLSearchParams, most: number): number {
  const token = query.get("pageToken");
  if (token === null) return 0;
  const start = Number(Buffer.from(token.slice(4), "base64url").toString());
  if (token !== tokenFor(start) || start > most) throw outOfRange("pageToken", "Invalid Value");
  return start;
}

function orderOf(text: string): Order {
  const orders = text.split(",").map((part): Order => {
    const [name = "", desc] = part.trim().split(/\s+/);
    const order = ORDERS[name];
    if (!order || (desc !== undefined && desc !== "desc")) throw new NotInLoopback(`The loopback doesn't order by ${part}.`);
    return desc ? (one, other) => order(other, one) : order;
  });
  return (one, other) => orders.map((order) => order(one, other)).find((difference) => difference !== 0) ?? 0;
}

function outOfRange(location: string, message: string): DriveError {
  return new DriveError("INVALID_ARGUMENT", "invalid", message, { location, locationType: "parameter" });
}
