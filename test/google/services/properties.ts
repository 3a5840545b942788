/// <reference types="google-apps-script" />
import { SheetsError } from "../workbook/sheets-error";
import { Face } from "./guard";
import type { Runtime } from "./runtime";

type GProperties = GoogleAppsScript.Properties.Properties;
type GPropertiesService = GoogleAppsScript.Properties.PropertiesService;

/** https://developers.google.com/apps-script/guides/services/quotas: 9 KB a value, 500 KB a store. */
const VALUE_LIMIT = 9 * 1024;
const STORE_LIMIT = 500 * 1024;

export interface Stores {
  readonly user: Map<string, string>;
  readonly document: Map<string, string>;
  readonly script: Map<string, string>;
}

const SERVICE_MEMBERS = ["getDocumentProperties", "getScriptProperties", "getUserProperties"] as const;

export class PropertiesServiceFace
  extends Face<GPropertiesService>
  implements Pick<GPropertiesService, (typeof SERVICE_MEMBERS)[number]>
{
  constructor(
    runtime: Runtime,
    private readonly stores: Stores,
  ) {
    super("PropertiesService", SERVICE_MEMBERS, runtime);
  }

  getDocumentProperties(): GProperties {
    return this.store("document", "getDocumentProperties");
  }

  getScriptProperties(): GProperties {
    return this.store("script", "getScriptProperties");
  }

  getUserProperties(): GProperties {
    return this.store("user", "getUserProperties");
  }

  private store(name: keyof Stores, method: string): GProperties {
    this.runtime.permit(`PropertiesService.${method}`, "LIMITED", "FULL");
    return new PropertiesFace(this.runtime, this.stores[name]).self;
  }
}

const PROPERTIES_MEMBERS = [
  "deleteAllProperties",
  "deleteProperty",
  "getKeys",
  "getProperties",
  "getProperty",
  "setProperties",
  "setProperty",
] as const;

class PropertiesFace extends Face<GProperties> implements Pick<GProperties, (typeof PROPERTIES_MEMBERS)[number]> {
  constructor(
    runtime: Runtime,
    private readonly store: Map<string, string>,
  ) {
    super("Properties", PROPERTIES_MEMBERS, runtime);
  }

  getProperty(key: string): string | null {
    return this.store.get(key) ?? null;
  }

  getKeys(): string[] {
    return [...this.store.keys()];
  }

  getProperties(): { [key: string]: string } {
    return Object.fromEntries(this.store);
  }

  setProperty(key: string, value: string): GProperties {
    const text = String(value);
    if (Buffer.byteLength(text) > VALUE_LIMIT) throw new SheetsError("Argument too large: value");
    const size = [...this.store].reduce((sum, [name, held]) => sum + (name === key ? 0 : Buffer.byteLength(name + held)), 0);
    if (size + Buffer.byteLength(key + text) > STORE_LIMIT) {
      throw new SheetsError("You have exceeded the property storage quota. Please remove some properties and try again.");
    }
    this.store.set(key, text);
    return this.self;
  }

  setProperties(properties: { [key: string]: string }, deleteAllOthers = false): GProperties {
    if (deleteAllOthers) this.store.clear();
    for (const [key, value] of Object.entries(properties)) this.setProperty(key, value);
    return this.self;
  }

  deleteProperty(key: string): GProperties {
    this.store.delete(key);
    return this.self;
  }

  deleteAllProperties(): GProperties {
    this.store.clear();
    return this.self;
  }
}
