import { describeHost } from "./contract";
import { memoryLab } from "./memory-host";

describeHost("MemoryHost", async () => memoryLab());
