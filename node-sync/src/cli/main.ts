import { version } from "../../../package.json";

/** `--version` answers before anything else is loaded. */
const [, , first] = process.argv;
if (first === "--version" || first === "-V") process.stdout.write(`${version}\n`);
else void import("./program").then(({ main }) => main(process.argv.slice(2)));
