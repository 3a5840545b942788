import { describeHost } from "../../hosts/contract";
import { describeEarlierDecisions } from "../../hosts/earlier-decision";
import { describeProtection } from "../../hosts/protection";
import { type Loopback, startLoopback } from "../loopback";
import { apiLab } from "./api-lab";

let google: Loopback;
beforeAll(async () => {
  google = await startLoopback();
});
afterAll(() => google.close());

describeHost("SheetsApiHost", () => apiLab(google));
describeEarlierDecisions("SheetsApiHost", () => apiLab(google));
describeProtection("SheetsApiHost", () => apiLab(google));
