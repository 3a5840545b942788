import { describeHost } from "../hosts/contract";
import { describeEarlierDecisions } from "../hosts/earlier-decision";
import { describeProtection } from "../hosts/protection";
import { sheetLab } from "./host/sheet-lab";

describeHost("GoogleSheetHost", async () => sheetLab());
describeEarlierDecisions("GoogleSheetHost", async () => sheetLab());
describeProtection("GoogleSheetHost", async () => sheetLab());
