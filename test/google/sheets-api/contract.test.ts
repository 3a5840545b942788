import { describeHost } from "../../hosts/contract";
import { type Loopback, startLoopback } from "../loopback";
import { apiLab } from "./api-lab";

let google: Loopback;
beforeAll(async () => {
  google = await startLoopback();
});
afterAll(() => google.close());

describeHost("SheetsApiHost", () => apiLab(google));
