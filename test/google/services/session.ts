/// <reference types="google-apps-script" />
import { constant, Face } from "./guard";
import type { Runtime } from "./runtime";

type GSession = GoogleAppsScript.Base.Session;
type GUser = GoogleAppsScript.Base.User;
type GScriptApp = GoogleAppsScript.Script.ScriptApp;

const SESSION_MEMBERS = ["getActiveUser", "getEffectiveUser", "getScriptTimeZone"] as const;

export class SessionFace extends Face<GSession> implements Pick<GSession, (typeof SESSION_MEMBERS)[number]> {
  constructor(runtime: Runtime) {
    super("Session", SESSION_MEMBERS, runtime);
  }

  getScriptTimeZone(): string {
    return this.runtime.scriptTimeZone;
  }

  getActiveUser(): GUser {
    return this.user("getActiveUser");
  }

  getEffectiveUser(): GUser {
    return this.user("getEffectiveUser");
  }

  /** Without an address the script lacks the scope for it; a simple trigger gets an empty one. */
  private user(method: string): GUser {
    const { userEmail, authMode } = this.runtime;
    if (userEmail === null) {
      const scope = "https://www.googleapis.com/auth/userinfo.email";
      throw this.runtime.exception(
        `Specified permissions are not sufficient to call Session.${method}. Required permissions: ${scope}`,
      );
    }
    return { getEmail: () => (authMode === "FULL" ? userEmail : "") } as GUser;
  }
}

const MODES = ["NONE", "CUSTOM_FUNCTION", "LIMITED", "FULL"];
export const AUTH_MODES = Object.freeze(
  Object.fromEntries(MODES.map((name) => [name, constant<GoogleAppsScript.Script.AuthMode>(name)])),
);

const SCRIPT_MEMBERS = ["AuthMode"] as const;

export class ScriptAppFace extends Face<GScriptApp> implements Pick<GScriptApp, (typeof SCRIPT_MEMBERS)[number]> {
  readonly AuthMode = AUTH_MODES as unknown as GScriptApp["AuthMode"];

  constructor(runtime: Runtime) {
    super("ScriptApp", SCRIPT_MEMBERS, runtime);
  }
}
