import { join, resolve } from "node:path";

/** The folder of an unpacked package, when that is what is to be tested; `.ci/package` sets it. */
export const packageFolder = process.env.ANPEI_PACKAGE || null;

/** The command line that tests start: the one built here, or that of the package. */
export const bin = packageFolder
  ? join(packageFolder, "program", "anpei.mjs")
  : resolve(__dirname, "../../node-sync/bin/anpei.mjs");
