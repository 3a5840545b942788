import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "./launch";

/** The program that a package's launcher starts; it lies in the folder `program`, with a package around it. */
declare const BUILT_AT: string;

const [, , dragged] = process.argv;
void launch(dirname(dirname(fileURLToPath(BUILT_AT))), dragged).then((exit) => {
  process.exitCode = exit;
});
