/** Who is ticked, by 报名编号. */
export class Ticks {
  private readonly keys = new Set<string>();

  has(key: string): boolean {
    return this.keys.has(key);
  }

  set(keys: readonly string[], isTicked: boolean): void {
    for (const key of keys) {
      if (isTicked) this.keys.add(key);
      else this.keys.delete(key);
    }
  }

  clear(): void {
    this.keys.clear();
  }
}
