import type { Enrolment } from "../../apps-script/domain/schema/roster";
import type { Snapshot } from "../../apps-script/domain/snapshot/snapshot";

type Known = Pick<Snapshot, "plan" | "roster" | "holidays">;
type Class = Snapshot["plan"][number];

/**
 * Who can still hold a valid certificate in time, as things stand on a day: an oracle written from the notice ([S10, 12, 16,
 * 19, 223]) and the typed facts, without any rule of the product. Retraining and 初培; nobody else has a class.
 */
export function whoCan(book: Known, today: string): (row: Enrolment) => boolean {
  const open = book.plan.filter(({ state }) => state !== "停办");
  const firstEnd = open.flatMap(({ kind, studyTo }) => (kind === "再培训" ? String(studyTo) : [])).sort()[0] ?? "";
  const reported = new Set(
    book.roster.filter((row) => row.trained !== null || reportedThere(row, book.plan)).map((row) => sitsIn(row, book.plan)),
  );
  const over = new Set(open.filter(({ studyTo }) => twoWorkingDaysAfter(String(studyTo), book) < today));
  const isMissed = (row: Enrolment, one: Class): boolean =>
    saidAbsent(row).includes(String(one.name)) || (over.has(one) && (reported.has(one.name) || row.booking !== "通过"));
  return (row) => {
    const before = mustPassBefore(row, firstEnd);
    const isInTime = (one: Class) => (String(one.studyTo) > today ? String(one.studyTo) : today) < before;
    if (row.kind !== "初培" && (String(row.validUntil) < today || row.dutyAnswer === "证书已失效")) return false;
    const own = book.plan.find(({ name }) => name === sitsIn(row, book.plan));
    if (hasCome(row)) return own !== undefined && isInTime(own) && canPass(row, before);
    if (own && own.state !== "停办" && (row.lockedClass !== null || isBooked(row)) && !isMissed(row, own)) return isInTime(own);
    if (row.lockedClass !== null) return false;
    return open.some(
      (one) => isFor(row, one) && today <= String(one.bookingTo) && !saidAbsent(row).includes(String(one.name)) && isInTime(one),
    );
  };
}

const isBooked = ({ booking }: Enrolment): boolean => booking === "通过" || booking === "待审";
/** A day more than three days before the class, or after it, is none of its report-ins. */
const reportedThere = (row: Enrolment, plan: Snapshot["plan"]): boolean => {
  const one = plan.find(({ name }) => name === sitsIn(row, plan));
  if (row.reportedInOn === null || one === undefined) return false;
  const first = new Date(`${one.reportIn}T00:00:00Z`);
  first.setUTCDate(first.getUTCDate() - 3);
  return row.reportedInOn >= first.toISOString().slice(0, 10) && row.reportedInOn <= String(one.studyTo);
};
const hasCome = ({ reportedInOn, trained, exam }: Enrolment): boolean =>
  reportedInOn !== null || trained !== null || (exam !== null && exam !== "未约");
/** A class that was over when the person came is not the one that was attended. */
const cameLater = (row: Enrolment, plan: Snapshot["plan"]): boolean =>
  row.class !== null &&
  plan.some(({ name, studyTo }) => name === row.bookedClass && String(studyTo) < String(row.reportedInOn ?? ""));
const sitsIn = (row: Enrolment, plan: Snapshot["plan"]): string | null =>
  row.lockedClass ?? (isBooked(row) && !cameLater(row, plan) ? row.bookedClass : null) ?? row.class;
const saidAbsent = ({ noShow }: Enrolment): readonly string[] => noShow?.split("、") ?? [];

/** One 补考, and an exam day that is known lies before the last day. */
const canPass = ({ exam, examTries, examOn }: Enrolment, before: string): boolean =>
  !(exam === "不合格" && Number(examTries) >= 2) && !(examOn !== null && examOn >= before);

const isFor = ({ kind, validUntil }: Enrolment, one: Class): boolean =>
  kind === "初培"
    ? one.kind === "培训"
    : kind === "再培训" && one.kind === "再培训" && months(one).includes(Number(validUntil?.slice(5, 7)));
const months = (one: Class): readonly number[] => String(one.months).split("、").map(Number);

/** The expiry day; of a later year its day in 2024, or in 2025 where no class of 2024 comes before it. */
function mustPassBefore({ kind, validUntil }: Enrolment, firstEnd: string): string {
  const [day, rest] = [String(validUntil), String(validUntil).slice(4)];
  if (kind === "初培") return "9999-12-31";
  if (day < "2024") return "";
  return day < "2025" ? day : `2024${rest}` > firstEnd ? `2024${rest}` : `2025${rest}`;
}

function twoWorkingDaysAfter(day: string, { holidays }: Known): string {
  const date = new Date(`${day}T00:00:00Z`);
  for (let left = 2; left > 0; ) {
    date.setUTCDate(date.getUTCDate() + 1);
    const said = holidays.find((one) => one.day === date.toISOString().slice(0, 10))?.kind;
    if (said === "班" || (said !== "休" && date.getUTCDay() % 6 !== 0)) left--;
  }
  return date.toISOString().slice(0, 10);
}
