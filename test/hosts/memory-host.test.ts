import { describeHost } from "./contract";
import { describeEarlierDecisions } from "./earlier-decision";
import { memoryLab } from "./memory-lab";

describeHost("MemoryHost", async () => memoryLab());
describeEarlierDecisions("MemoryHost", async () => memoryLab());
