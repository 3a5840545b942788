import { titleOfColumn, type UnitColumn } from "../schema/unit-columns";
import { foldWidth } from "./canonical";

/** What English headers call a column, in small letters alone, parted by blanks. A near miss is `null`, never a guess. */
const SPELLINGS: { readonly [C in UnitColumn]?: string } = {
  name: "name fullname chinesename nameinchinese employeename staffname traineename studentname participantname workername personname nameofperson nameoftrainee",
  idType: "idtype documenttype typeofid typeofdocument identificationtype",
  idNumber:
    "idno idnumber idcard idcardno idcardnumber identityno identitynumber identitycard identitycardno identitycardnumber nationalid nationalidno nationalidnumber identificationno identificationnumber citizenid citizenidno documentno documentnumber passportno passportnumber",
  mobile:
    "mobile mobileno mobilenumber mobilephone mobilephoneno mobilephonenumber phone phoneno phonenumber cell cellphone cellphoneno cellphonenumber tel telno telephone telephoneno telephonenumber contactno contactnumber contactphone",
  unit: "company companyname nameofcompany employer employername unit unitname workunit organization organisation organizationname organisationname enterprise enterprisename workplace",
  post: "position post jobtitle jobposition role",
  education: "education educationlevel educationallevel levelofeducation degree highestdegree highesteducation",
  kind: "trainingtype typeoftraining applicationtype typeofapplication",
  certificate: "certificateno certificatenumber certno certnumber licenseno licensenumber licenceno licencenumber",
  validUntil:
    "expirydate expirationdate expiry expiration expires expireson expiresat dateofexpiry dateofexpiration validuntil validto validthrough validthru certificateexpirydate certificateexpirationdate certificatevaliduntil",
  note: "note notes remark remarks comment comments",
};
/** Spellings that give way to any other: an id may be a number of the office's own, a title a form of address. */
const WEAK: { readonly [C in UnitColumn]?: string } = { idNumber: "id passport", post: "title job occupation" };
const SURNAME: ReadonlySet<string> = new Set(["姓", "姓氏", "surname", "lastname", "familyname"]);
const GIVEN: ReadonlySet<string> = new Set(["名", "名字", "firstname", "givenname", "givennames", "forename", "forenames"]);

const tableOf = (spellings: { readonly [C in UnitColumn]?: string }): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(spellings).flatMap(([column, words]) =>
      words.split(" ").map((word) => [word, titleOfColumn(column as UnitColumn)] as const),
    ),
  );
const HEADERS = tableOf(SPELLINGS);
const WEAK_HEADERS = tableOf(WEAK);

const LONGEST = 60;
/** "Name (English)": another column beside the one with Chinese names. */
const OTHER_LETTERS = /english|pinyin|latin/iu;

/** The letters of a header that is written in those of English alone; `null` for any other. */
function lettersIn(text: string): string | null {
  if (text.length > LONGEST || OTHER_LETTERS.test(text)) return null;
  const bare = foldWidth(text).replace(/\([^()]*\)/gu, "");
  return /^[*#]{0,2}[a-z][a-z.'’&/*:_#-]*$/iu.test(bare) ? bare.replace(/[^a-z]/giu, "").toLowerCase() : null;
}

/** The column of 名册 that a header in English stands for, else `null`. */
export function englishHeader(text: string): string | null {
  const letters = lettersIn(text);
  return letters === null ? null : (HEADERS.get(letters) ?? WEAK_HEADERS.get(letters) ?? null);
}

/** Whether a header in English may mean something else as well. */
export function isWeakEnglish(text: string): boolean {
  return WEAK_HEADERS.has(lettersIn(text) ?? "");
}

/** The part of a name that a column holds alone: 姓 or 名, in either language. */
export function partOfName(text: string): "surname" | "given" | null {
  if (text.length > LONGEST) return null;
  const word = lettersIn(text) ?? foldWidth(text).replace(/[*:]/gu, "");
  return SURNAME.has(word) ? "surname" : GIVEN.has(word) ? "given" : null;
}
