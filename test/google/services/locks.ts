/// <reference types="google-apps-script" />
import { SheetsError } from "../workbook/sheets-error";
import { Face } from "./guard";
import type { Runtime } from "./runtime";

type GLock = GoogleAppsScript.Lock.Lock;
type GLockService = GoogleAppsScript.Lock.LockService;
type LockName = "document" | "script" | "user";

/** Who holds which lock: this script, or another run of it somewhere else. */
export class LockTable {
  private readonly holders = new Map<LockName, "here" | "elsewhere">();

  holdElsewhere(name: LockName): void {
    this.holders.set(name, "elsewhere");
  }

  release(name: LockName): void {
    this.holders.delete(name);
  }

  holder(name: LockName): "here" | "elsewhere" | null {
    return this.holders.get(name) ?? null;
  }

  /** No time passes here: a lock that is held elsewhere stays so however long one waits. */
  take(name: LockName): boolean {
    if (this.holders.get(name) === "elsewhere") return false;
    this.holders.set(name, "here");
    return true;
  }
}

const SERVICE_MEMBERS = ["getDocumentLock", "getScriptLock", "getUserLock"] as const;

export class LockServiceFace extends Face<GLockService> implements Pick<GLockService, (typeof SERVICE_MEMBERS)[number]> {
  constructor(
    runtime: Runtime,
    private readonly table: LockTable,
  ) {
    super("LockService", SERVICE_MEMBERS, runtime);
  }

  getDocumentLock(): GLock {
    return new LockFace(this.runtime, this.table, "document").self;
  }

  getScriptLock(): GLock {
    return new LockFace(this.runtime, this.table, "script").self;
  }

  getUserLock(): GLock {
    return new LockFace(this.runtime, this.table, "user").self;
  }
}

const LOCK_MEMBERS = ["hasLock", "releaseLock", "tryLock", "waitLock"] as const;

class LockFace extends Face<GLock> implements Pick<GLock, (typeof LOCK_MEMBERS)[number]> {
  private held = false;

  constructor(
    runtime: Runtime,
    private readonly table: LockTable,
    private readonly name: LockName,
  ) {
    super("Lock", LOCK_MEMBERS, runtime);
  }

  hasLock(): boolean {
    return this.held && this.table.holder(this.name) === "here";
  }

  tryLock(_timeout: number): boolean {
    this.held = this.table.take(this.name);
    return this.held;
  }

  waitLock(timeout: number): void {
    if (!this.tryLock(timeout)) throw new SheetsError("Lock timeout: another process was holding the lock for too long.");
  }

  releaseLock(): void {
    if (this.hasLock()) this.table.release(this.name);
    this.held = false;
  }
}
