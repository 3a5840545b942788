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
  const get = (place: URL): Promise<Response> => fetch(place, { headers: { ...headers, Cookie: cookie } });
  const place = new URL(start.headers.get("location") ?? "/", address);
  const page = await get(place);
  const html = await page.text();
  const script = await get(new URL(/src="([^"]+\.js)"/.exec(html)?.[1] ?? "", place));
  return { status: page.status, html, scriptStatus: script.status };
}
