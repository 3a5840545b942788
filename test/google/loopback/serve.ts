import { runningClock } from "./clock";
import { startLoopback } from "./index";

/** `npm run loopback-google [-- PORT]`: Google on the loopback address until Ctrl-C, with an empty spreadsheet. */
async function serve(given: string | undefined): Promise<void> {
  const port = Number(given ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`${given} is no port.`);
  const google = await startLoopback({ port, clock: runningClock() });
  const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
  const lines = Object.entries(google.environment).map(([name, value]) => `export ${name}=${quoted(value)}`);
  console.log(`Loopback Google: ${google.proxy} (a CONNECT proxy for *.googleapis.com and accounts.google.com)
CA certificate:  ${google.caFile}
Key file:        ${google.keyFile}
clasp login:     ${google.claspFile}
Spreadsheet:     ${google.spreadsheetId}
Script:          ${google.scriptId}

For a shell whose programs shall find it in place of Google:

${lines.join("\n")}

Nothing is kept. Ctrl-C stops it.`);
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, resolve);
  });
  await google.close();
}

serve(process.argv[2]).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
