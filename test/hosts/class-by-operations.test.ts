import { describeClassByOperations } from "./class-by-operations";
import { memoryLab } from "./memory-lab";
import { xlsxLab } from "./xlsx-lab";

describeClassByOperations("MemoryHost", 60, async () => memoryLab());
describeClassByOperations("XlsxHost", 24, xlsxLab);
