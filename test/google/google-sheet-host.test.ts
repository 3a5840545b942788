import { describeHost } from "../hosts/contract";
import { describeProtection } from "../hosts/protection";
import { sheetLab } from "./host/sheet-lab";

describeHost("GoogleSheetHost", async () => sheetLab());
describeProtection("GoogleSheetHost", async () => sheetLab());
