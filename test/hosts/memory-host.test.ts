import { describeHost } from "./contract";
import { memoryLab } from "./memory-lab";

describeHost("MemoryHost", async () => memoryLab());
