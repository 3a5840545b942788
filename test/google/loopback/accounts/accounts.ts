import { generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";

/** Who a token stands for, and what it lets through. */
export interface Caller {
  readonly email: string;
  readonly scopes: readonly string[];
}

interface Grant extends Caller {
  readonly until: number;
}

interface Consent extends Caller {
  readonly clientId: string;
}

/** A consent on its way from the browser to the program that asked for it. */
interface Code extends Consent {
  readonly redirectUri: string;
  readonly challenge: string | null;
  readonly hasRefreshToken: boolean;
}

/** A person whose browser signs in: consents, or does not. */
interface Person {
  email: string;
  consents: boolean;
}

/** An "installed app" as the Cloud console makes it. */
export const CLIENT = { id: "379999000001-loopback.apps.googleusercontent.com", secret: "loopback-client-secret" } as const;
/** clasp's own, of another project. */
export const CLASP_CLIENT = { id: "379999000002-clasp.apps.googleusercontent.com", secret: "clasp-client-secret" } as const;
export const PROJECT_NUMBER = "379999000001";

const CLASP_SCOPES = ["script.projects", "script.deployments", "drive.file", "drive.metadata.readonly"].map(
  (name) => `https://www.googleapis.com/auth/${name}`,
);

let serviceKeys: { readonly publicKey: KeyObject; readonly privateKey: KeyObject } | null = null;

/** Accounts, and the tokens given out to them. A token lasts an hour of the loopback's clock. */
export class Accounts {
  readonly person: Person = { email: "clerk@example.org", consents: true };
  readonly serviceEmail = "anpei@loopback-project.iam.gserviceaccount.com";
  readonly keyId = "0123456789abcdef0123456789abcdef01234567";
  readonly codes = new Map<string, Code>();
  private readonly grants = new Map<string, Grant>();
  private readonly refreshTokens = new Map<string, Consent>();

  constructor(
    private readonly now: () => number,
    readonly tokenSeconds: number,
  ) {}

  /** The public half of the service account's key. */
  get servicePublicKey(): KeyObject {
    return keysOfService().publicKey;
  }

  /** What `GOOGLE_APPLICATION_CREDENTIALS` names: https://cloud.google.com/iam/docs/keys-create-delete */
  get serviceKey(): object {
    return {
      type: "service_account",
      project_id: "loopback-project",
      private_key_id: this.keyId,
      private_key: keysOfService().privateKey.export({ type: "pkcs8", format: "pem" }),
      client_email: this.serviceEmail,
      client_id: "100000000000000000001",
      auth_uri: "https://accounts.google.com/o/oauth2/auth",
      token_uri: "https://oauth2.googleapis.com/token",
      auth_provider_x509_cert_url: "https://www.googleapis.com/oauth2/v1/certs",
      universe_domain: "googleapis.com",
    };
  }

  /** The file that the Cloud console gives out for an installed app. */
  get clientSecrets(): object {
    const { id, secret } = CLIENT;
    const [auth_uri, token_uri] = ["https://accounts.google.com/o/oauth2/auth", "https://oauth2.googleapis.com/token"];
    return { installed: { client_id: id, client_secret: secret, auth_uri, token_uri, redirect_uris: ["http://localhost"] } };
  }

  /** A `.clasprc.json` as `clasp login` leaves it, for the person: https://github.com/google/clasp/blob/master/README.md#login */
  get claspCredentials(): object {
    const { id: client_id, secret: client_secret } = CLASP_CLIENT;
    const { email } = this.person;
    const refresh_token = this.refreshTokenFor({ email, clientId: client_id, scopes: CLASP_SCOPES });
    return { tokens: { default: { client_id, client_secret, type: "authorized_user", refresh_token } } };
  }

  grant(caller: Caller): string {
    const token = `ya29.${randomBytes(24).toString("base64url")}`;
    this.grants.set(token, { ...caller, until: this.now() + this.tokenSeconds * 1000 });
    return token;
  }

  /** Null for a token that was never given out, was taken back, or is too old. */
  callerOf(token: string): Caller | null {
    const grant = this.grants.get(token);
    return grant && grant.until > this.now() ? grant : null;
  }

  refreshTokenFor(consent: Consent): string {
    const token = `1//${randomBytes(24).toString("base64url")}`;
    this.refreshTokens.set(token, consent);
    return token;
  }

  consentOf(refreshToken: string): Consent | null {
    return this.refreshTokens.get(refreshToken) ?? null;
  }

  hasConsented(email: string, clientId: string): boolean {
    return [...this.refreshTokens.values()].some((consent) => consent.email === email && consent.clientId === clientId);
  }

  /** The person takes the consent back, or an administrator removes the key: every token of theirs is void. */
  revoke(email: string): void {
    for (const [token, grant] of this.grants) if (grant.email === email) this.grants.delete(token);
    for (const [token, consent] of this.refreshTokens) if (consent.email === email) this.refreshTokens.delete(token);
  }
}

/** Made once in a process, as making one takes a while. */
function keysOfService(): { readonly publicKey: KeyObject; readonly privateKey: KeyObject } {
  serviceKeys ??= generateKeyPairSync("rsa", { modulusLength: 2048 });
  return serviceKeys;
}
