interface Opened {
  readonly status: number;
  readonly html: string;
  readonly scriptStatus: number;
}

/** What a browser gets that opens the address of a workbench: the page, and its program. */
export async function openedPage(address: string): Promise<Opened> {
  const headers = { "Sec-Fetch-Site": "none" };
  const start = await fetch(address, { headers, redirect: "manual" });
  const cookie = start.headers
    .getSetCookie()
    .map((text) => text.split(";")[0])
    .join("; ");
  const { origin } = new URL(address);
  const get = (path: string): Promise<Response> => fetch(new URL(path, origin), { headers: { ...headers, Cookie: cookie } });
  const page = await get(start.headers.get("location") ?? "/");
  const html = await page.text();
  const script = await get(`/${/src="([^"]+\.js)"/.exec(html)?.[1]}`);
  return { status: page.status, html, scriptStatus: script.status };
}
