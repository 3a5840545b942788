/** What Google answers with an `Exception:`; the message is Google's own wherever it is known. */
export class SheetsError extends Error {
  override readonly name = "Exception";
}
