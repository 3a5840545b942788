import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import { bits, integer, labelled, octets, oid, sequence, set, tagged, time, truth, utf8 } from "./der";

/** A certificate with its private key, both in PEM. */
interface Credentials {
  readonly cert: string;
  readonly key: string;
}

const ECDSA_WITH_SHA256 = sequence(oid("1.2.840.10045.4.3.2"));
const DAY = 86_400_000;

/** A throw-away certificate authority: its keys live as long as the process. https://www.rfc-editor.org/rfc/rfc5280 */
export class Authority {
  private readonly keys = generateKeyPairSync("ec", { namedCurve: "P-256" });
  private readonly name = nameOf("Loopback Google, a throw-away authority for tests");
  /** What clients have to trust, as `NODE_EXTRA_CA_CERTS` takes it. */
  readonly certificate: string;

  constructor() {
    this.certificate = this.issue(this.keys.publicKey, this.name, [
      extension("2.5.29.19", true, sequence(truth())),
      extension("2.5.29.15", true, bits(Buffer.from([0b0000_0110]), 1)),
      extension("2.5.29.14", false, octets(fingerprint(this.keys.publicKey))),
    ]);
  }

  /** For a TLS server of these hosts; `*.example.org` holds for one label. */
  serverCredentials(hosts: readonly string[]): Credentials {
    const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const names = hosts.map((host) => labelled(2, Buffer.from(host)));
    const cert = this.issue(publicKey, nameOf(hosts[0] ?? ""), [
      extension("2.5.29.19", true, sequence()),
      extension("2.5.29.15", true, bits(Buffer.from([0b1000_0000]), 7)),
      extension("2.5.29.37", false, sequence(oid("1.3.6.1.5.5.7.3.1"))),
      extension("2.5.29.17", false, sequence(...names)),
      extension("2.5.29.35", false, sequence(labelled(0, fingerprint(this.keys.publicKey)))),
    ]);
    return { cert, key: privateKey.export({ type: "pkcs8", format: "pem" }).toString() };
  }

  private issue(subjectKey: KeyObject, subject: Buffer, extensions: readonly Buffer[]): string {
    const serial = randomBytes(16);
    serial[0] = 1;
    const body = sequence(
      tagged(0, integer(Buffer.from([2]))),
      integer(serial),
      ECDSA_WITH_SHA256,
      this.name,
      sequence(time(new Date(Date.now() - DAY)), time(new Date(Date.now() + 30 * DAY))),
      subject,
      subjectKey.export({ type: "spki", format: "der" }),
      tagged(3, sequence(...extensions)),
    );
    const signature = sign("sha256", body, this.keys.privateKey);
    return pem(sequence(body, ECDSA_WITH_SHA256, bits(signature)));
  }
}

function nameOf(commonName: string): Buffer {
  return sequence(set(sequence(oid("2.5.4.3"), utf8(commonName))));
}

function extension(id: string, isCritical: boolean, value: Buffer): Buffer {
  return sequence(oid(id), ...(isCritical ? [truth()] : []), octets(value));
}

function fingerprint(key: KeyObject): Buffer {
  return createHash("sha1")
    .update(key.export({ type: "spki", format: "der" }))
    .digest();
}

function pem(der: Buffer): string {
  const lines = der.toString("base64").match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
}
