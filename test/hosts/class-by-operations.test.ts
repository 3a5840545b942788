import { describeClassByOperations } from "./class-by-operations";
import { memoryLab } from "./memory-lab";
import { xlsxLab } from "./xlsx-lab";

const isSoak = Boolean(process.env.ANPEI_SOAK);

describeClassByOperations("MemoryHost", isSoak ? 60 : 24, async () => memoryLab());
// Else by the one that holds the workbook alone: it compares each reading with one from scratch.
if (isSoak) describeClassByOperations("XlsxHost", 24, xlsxLab);
