import type { Outbox, OutFile } from "../../node-sync/src/exchange/export/outbox";

/** An outbox that is gone with the test. */
export class MemoryOutbox implements Outbox {
  readonly files = new Map<string, { readonly file: OutFile; readonly bytes: Buffer }>();

  prepare(): Promise<void> {
    return Promise.resolve();
  }

  async holds(file: OutFile, bytes: Buffer): Promise<boolean> {
    return (await this.read(file))?.equals(bytes) === true;
  }

  async read(file: OutFile): Promise<Buffer | undefined> {
    return this.files.get(placeOf(file))?.bytes;
  }

  async create(file: OutFile, bytes: Uint8Array): Promise<boolean> {
    if (this.files.has(placeOf(file))) return false;
    await this.replace(file, bytes);
    return true;
  }

  async replace(file: OutFile, bytes: Uint8Array): Promise<void> {
    this.files.set(placeOf(file), { file, bytes: Buffer.from(bytes) });
  }

  async rename(from: OutFile, name: string): Promise<boolean> {
    const [there, to] = [this.files.get(placeOf(from)), { ...from, name }];
    if (!there || !(await this.create(to, there.bytes))) return false;
    return this.files.delete(placeOf(from));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

const placeOf = ({ unit, name }: OutFile): string => JSON.stringify([unit, name]);
