"use strict";
/**
 * Loaded before a program: counts the moments at which it changes something below a folder, and from one of them on the disk
 * is full (what needs room fails) or read-only (every change fails), or at it the program is killed. A file says how many
 * moments there were. Programs that this one starts are left alone.
 */
const { existsSync, writeFileSync } = require("node:fs");
const disk = require("node:fs/promises");
const { syncBuiltinESMExports } = require("node:module");
const { resolve, sep } = require("node:path");
const { isMainThread } = require("node:worker_threads");

const { FAULT = "", NODE_OPTIONS: _, ...others } = process.env;
for (const name of Object.keys(process.env)) if (!(name in others)) delete process.env[name];
const { kind, at, under, countIn } = JSON.parse(FAULT || "{}");

let moments = 0;

function moment(path, needsRoom) {
  if (typeof path !== "string" || !`${resolve(path)}${sep}`.startsWith(`${under}${sep}`)) return;
  moments += 1;
  if (at === 0) return;
  if (kind === "kill" && moments === at) process.kill(process.pid, "SIGKILL");
  const code = kind === "read-only" ? "EROFS" : kind === "full" && needsRoom ? "ENOSPC" : "";
  if (code !== "" && moments >= at) throw Object.assign(new Error(`${code}: by the test, '${path}'`), { code, path });
}

/** @param placeOf which of the arguments is the path that changes */
function observe(name, placeOf, needsRoom) {
  const own = disk[name];
  disk[name] = async (...given) => {
    if (name !== "mkdir" || !existsSync(given[0])) moment(given[placeOf], needsRoom);
    return own(...given);
  };
}

if (isMainThread && FAULT !== "") {
  for (const name of ["link", "rename", "symlink"]) observe(name, 1, false);
  for (const name of ["unlink", "rmdir"]) observe(name, 0, false);
  for (const name of ["mkdir", "writeFile"]) observe(name, 0, true);
  observe("copyFile", 1, true);
  const { open } = disk;
  disk.open = async (path, flags = "r", ...more) => {
    if (flags === "r") return open(path, flags, ...more);
    moment(path, true);
    const handle = await open(path, flags, ...more);
    for (const name of ["write", "writeFile"]) {
      const own = handle[name].bind(handle);
      handle[name] = async (...given) => {
        moment(path, true);
        return own(...given);
      };
    }
    return handle;
  };
  syncBuiltinESMExports();
  process.on("exit", () => writeFileSync(countIn, String(moments)));
}
