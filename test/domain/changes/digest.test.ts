import { digestOf } from "../../../apps-script/domain/changes/change-set";

/** Ids in 待办 and fingerprints in 往来 of workbooks that people use are made of such digests: they may never change. */
test.each([
  ["", "10c329583afc3b0dc0cfa5aed872"],
  ["a", "0432341afdfcd80f4393162ace46"],
  ["报名", "101c0c5a88e6970386e071fcc09e"],
  ["𫘧𫘧𫘧𫘧𫘧", "0dcbc5fc9cfe9208a1987c3dfb38"],
  ["R07|名册|B2024-00001", "1c019c731e11841b3dff508e66f9"],
  ["名册 A1\u0000".repeat(10_000), "0c28dfac6509770995aeb54369c3"],
])("the digest of a text stays what it is: case %#", (text, digest) => expect(digestOf(text)).toBe(digest));
