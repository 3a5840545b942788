import { describeHost } from "./contract";
import { xlsxLab } from "./xlsx-lab";

describeHost("XlsxHost", xlsxLab);
