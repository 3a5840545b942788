import { memoryLab } from "./memory-lab";
import { liveThroughMonth } from "./month";

const isSoak = Boolean(process.env.ANPEI_SOAK);
const seeds = isSoak ? [1, 2, 3] : [1];

test.each(seeds)("a month of a centre with two clerks (%i), and back", async (seed) => {
  await liveThroughMonth(memoryLab(), isSoak ? 800 : 60, seed);
});
