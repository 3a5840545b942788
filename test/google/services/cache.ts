/// <reference types="google-apps-script" />
import { SheetsError } from "../workbook/sheets-error";
import { Face } from "./guard";
import type { Runtime } from "./runtime";

type GCache = GoogleAppsScript.Cache.Cache;
type GCacheService = GoogleAppsScript.Cache.CacheService;

const SERVICE_MEMBERS = ["getDocumentCache", "getScriptCache", "getUserCache"] as const;

export class CacheServiceFace extends Face<GCacheService> implements Pick<GCacheService, (typeof SERVICE_MEMBERS)[number]> {
  private readonly document = new CacheFace(this.runtime);
  private readonly script = new CacheFace(this.runtime);
  private readonly user = new CacheFace(this.runtime);

  constructor(runtime: Runtime) {
    super("CacheService", SERVICE_MEMBERS, runtime);
  }

  getDocumentCache(): GCache {
    return this.document.self;
  }

  getScriptCache(): GCache {
    return this.script.self;
  }

  getUserCache(): GCache {
    return this.user.self;
  }
}

const CACHE_MEMBERS = ["get", "put", "remove"] as const;
/** https://developers.google.com/apps-script/reference/cache/cache */
const KEY_LIMIT = 250;
const VALUE_LIMIT = 100 * 1024;
const TEN_MINUTES = 600;
const SIX_HOURS = 21_600;

class CacheFace extends Face<GCache> implements Pick<GCache, (typeof CACHE_MEMBERS)[number]> {
  private readonly entries = new Map<string, { readonly value: string; readonly until: number }>();

  constructor(runtime: Runtime) {
    super("Cache", CACHE_MEMBERS, runtime);
  }

  get(key: string): string | null {
    const entry = this.entries.get(key);
    return entry && entry.until > this.runtime.now() ? entry.value : null;
  }

  put(key: string, value: string, seconds = TEN_MINUTES): void {
    if (key.length > KEY_LIMIT) throw new SheetsError("Argument too large: key");
    if (Buffer.byteLength(value) > VALUE_LIMIT) throw new SheetsError("Argument too large: value");
    const kept = Math.min(Math.max(seconds, 1), SIX_HOURS);
    this.entries.set(key, { value: String(value), until: this.runtime.now() + kept * 1000 });
  }

  remove(key: string): void {
    this.entries.delete(key);
  }
}
