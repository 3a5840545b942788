// A program outside Jest with the real googleapis, as the product uses it: it knows of the loopback from its environment
// alone. Takes requests as lines of JSON and answers each with a line.

import { createInterface } from "node:readline";

const AUTH = "https://www.googleapis.com/auth/";
const versions = { sheets: "v4", drive: "v3", script: "v1" };
const clients = new Map();

async function clientOf({ api, scopes = ["spreadsheets"], token }) {
  const key = `${api} ${scopes} ${token}`;
  if (!clients.has(key)) {
    const { [api]: make, auth } = (await import(`googleapis/build/src/apis/${api}/index.js`)).default;
    const signIn = token ? new auth.OAuth2() : new auth.GoogleAuth({ scopes: scopes.map((scope) => AUTH + scope) });
    if (token) signIn.setCredentials({ access_token: token });
    clients.set(key, make({ version: versions[api], auth: signIn, retry: false }));
  }
  return clients.get(key);
}

async function answer(request) {
  try {
    const client = await clientOf(request);
    const path = request.method.split(".");
    const owner = path.slice(0, -1).reduce((at, name) => at[name], client);
    const { status, data, headers } = await owner[path.at(-1)](request.params, request.options ?? {});
    return {
      status,
      data: data instanceof ArrayBuffer ? Buffer.from(data).toString("base64") : data,
      headers: Object.fromEntries(headers),
    };
  } catch (error) {
    const { status = null, data = String(error), headers = [] } = error.response ?? {};
    return { status, error: data, headers: Object.fromEntries(headers) };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await answer(JSON.parse(line)))}\n`);
}
