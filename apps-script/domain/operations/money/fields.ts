import { readMethod } from "../../rules/money/payment-amounts";
import { PAYMENT_METHODS } from "../../schema/allowed";
import { PAYMENTS } from "../../schema/tables";
import * as say from "../../wording/money";
import { choice } from "../inputs/fields";

/** How money came: the notice, 三.2, takes cash and scanning. */
export const method = choice({
  title: PAYMENTS.columns.method.title,
  words: PAYMENT_METHODS,
  meaning: (written) => {
    const read = readMethod(written);
    return read === "refused" ? { why: say.posRefused } : read;
  },
});
