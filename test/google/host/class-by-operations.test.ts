import { describeClassByOperations } from "../../hosts/class-by-operations";
import { type Loopback, startLoopback } from "../loopback";
import { apiLab } from "../sheets-api/api-lab";
import { sheetLab } from "./sheet-lab";

let google: Loopback;
beforeAll(async () => {
  google = await startLoopback();
});
afterAll(() => google.close());

describeClassByOperations("GoogleSheetHost", 14, async () => sheetLab());
describeClassByOperations("SheetsApiHost", 14, () => apiLab(google));
