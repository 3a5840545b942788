import { describeHost } from "../hosts/contract";
import { sheetLab } from "./host/sheet-lab";

describeHost("GoogleSheetHost", async () => sheetLab());
