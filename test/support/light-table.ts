/** How many stand under which light on each day, told apart by what the oracle says: a Markdown table. */
export class LightTable {
  private readonly days = new Map<string, Map<string, [can: number, cannot: number]>>();

  count(day: string, light: string, can: boolean): void {
    const lights = this.days.get(day) ?? new Map<string, [number, number]>();
    const cell = lights.get(light) ?? [0, 0];
    cell[can ? 0 : 1]++;
    this.days.set(day, lights.set(light, cell));
  }

  /** Each cell: who can still make it / who cannot. */
  markdown(title: string, lights: readonly string[]): string {
    const used = lights.filter((light) => [...this.days.values()].some((counts) => counts.has(light)));
    const lines = [...this.days].map(([day, counts]) => {
      const cells = used.map((light) => counts.get(light)?.join(" / ") ?? "");
      return `| ${[day, ...cells].join(" | ")} |`;
    });
    const head = [`| ${["day", ...used].join(" | ")} |`, `|${"---|".repeat(used.length + 1)}`];
    return [`### ${title}: who can / who cannot`, "", ...head, ...lines, ""].join("\n");
  }
}
