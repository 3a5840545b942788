import { compare } from "../../changes/outcome";
import { optional } from "../../operations/inputs/field";
import * as field from "../../operations/inputs/fields";
import { balancesOf } from "../../operations/money/balances";
import { type Refundable, refundablesOf } from "../../operations/money/refundable";
import type { Context } from "../../rules/context";
import { type Cents, countedOf } from "../../rules/money/payment-amounts";
import { YES_NO } from "../../schema/allowed";
import { PAYMENTS, ROSTER, UNITS, type Unit } from "../../schema/index";
import { rowWith } from "../../snapshot/by-key";
import { groupedBy } from "../../snapshot/grouped-by";
import { rowsAside } from "../../snapshot/rows-aside";
import type { Snapshot } from "../../snapshot/snapshot";
import { textOf, type Value } from "../../snapshot/value";
import { date, fullDay } from "../../wording/printed";
import * as say from "../../wording/printed-money";
import { yuanOf } from "../money-sums";
import { shownUnit } from "../question-fields";
import { unitNames } from "../unit-names";
import { definePaper } from "./define-paper";
import { numberRuns } from "./number-runs";
import { ON_CLASS } from "./of-class";
import type { PaperColumn, TableBlock } from "./paper";
import { itemOf, type Share } from "./payments";
import { READ_ROW } from "./people-table";

/** A payment for which there is no invoice yet, less what was refunded of it. */
interface Wanted {
  readonly title: string;
  readonly payment: string;
  readonly cents: Cents;
  readonly shares: readonly Share[];
}

const AMOUNT: PaperColumn = { title: PAYMENTS.columns.amount.title, width: 24, kind: "money", align: "right" };
const text = (title: string, width: number): PaperColumn => ({ title, width, kind: "text", align: "left" });

const TITLES: readonly PaperColumn[] = [
  text(say.invoices.heading, 58),
  text(say.invoices.taxNumber, 42),
  text(say.invoices.item, 30),
  { title: say.invoices.count, width: 13, kind: "number", align: "right" },
  AMOUNT,
  text(UNITS.columns.email.title, 44),
  text(PAYMENTS.columns.id.title, 37),
  text(PAYMENTS.columns.invoice.title, 25),
];

const PEOPLE: readonly PaperColumn[] = [
  text(say.invoices.heading, 72),
  text(ROSTER.columns.name.title, 34),
  text(ROSTER.columns.unit.title, 72),
  text(say.invoices.item, 37),
  AMOUNT,
  text(PAYMENTS.columns.id.title, 34),
];

/** The payments of more are in the list of people alone. */
const SHOWN = 8;

/** 开票清单: for whom an invoice is still to be made out, with what the tax office's program asks for. */
export const invoices = definePaper({
  id: "invoices",
  title: say.invoices.title,
  about: say.invoices.about,
  question: {
    class: optional(field.trainingClass(ON_CLASS)),
    unit: optional(shownUnit({ title: ROSTER.columns.unit.title })),
  },
  make: (snapshot, context, { class: name, unit }) => {
    const { nameFor } = unitNames(snapshot);
    const wanted = wantedIn(snapshot, context).filter(
      ({ title, shares }) =>
        (name === null || shares.some(({ row }) => row.class === name)) &&
        (unit === null || title === unit || shares.some(({ row }) => row.unit !== null && nameFor(row.unit) === unit)),
    );
    const { title } = say.invoices;
    return {
      name: say.invoices.nameOf([name, unit]),
      look: "landscape",
      people: new Set(wanted.flatMap(({ shares }) => shares.map(({ row }) => row.key))).size,
      leftOut: [...new Set(rowsAside(snapshot.repeated, "payments").map(({ key }) => key))].map(say.repeatedPayment),
      parts: [
        {
          name: title,
          title,
          facts: [{ label: date, value: fullDay(context.today) }],
          blocks: [titlesTable(wanted, snapshot)],
        },
        {
          name: say.invoices.peopleSheet,
          title: say.invoices.people,
          facts: [{ label: date, value: fullDay(context.today) }],
          blocks: [
            { kind: "table", columns: PEOPLE, rows: wanted.flatMap(peopleRows), rowHeight: READ_ROW, total: totalOf(wanted) },
          ],
        },
      ],
    };
  },
});

function wantedIn(snapshot: Snapshot, context: Context): Wanted[] {
  const titleOf = titleFinder(snapshot);
  return refundablesOf(snapshot, balancesOf(snapshot, context))
    .filter(
      ({ payment }) => payment.invoiced !== YES_NO.yes && textOf(payment.invoice) === "" && !("refusal" in countedOf(payment)),
    )
    .map(({ payment, shares: left, left: cents }) => {
      const shares = [...left].flatMap(([key, share]): Share[] => {
        const row = rowWith(snapshot.roster, key);
        return row === null ? [] : [{ row, cents: share }];
      });
      return { title: titleOf(payment, shares), payment: payment.key, cents, shares };
    })
    .sort((a, b) => compare(a.title, b.title) || compare(a.payment, b.payment));
}

/** Who paid, by the one name of the unit; nobody said, the unit of all for whom it is. */
function titleFinder(snapshot: Snapshot): (payment: Refundable["payment"], shares: readonly Share[]) => string {
  const { nameFor } = unitNames(snapshot);
  return ({ payer }, shares) => {
    if (payer !== null) return nameFor(payer);
    const [unit, ...more] = new Set(shares.map(({ row }) => (row.unit === null ? "" : nameFor(row.unit))));
    return unit !== undefined && more.length === 0 ? unit : "";
  };
}

function titlesTable(wanted: readonly Wanted[], { units }: Snapshot): TableBlock {
  const known = new Map(units.map((unit) => [textOf(unit.name), unit]));
  const rows = [...groupedBy(wanted, ({ title }) => title)].map(([title, own]) => titleRow(title, own, known.get(title)));
  const count = new Set(wanted.flatMap(({ shares }) => shares.map(({ row }) => row.key))).size;
  const total = [say.total, null, null, count, yuanOf(wanted.map(({ cents }) => cents)), null, null, null];
  return { kind: "table", columns: TITLES, rows, rowHeight: READ_ROW, total };
}

function titleRow(title: string, own: readonly Wanted[], unit: Unit | undefined): Value[] {
  const shares = own.flatMap((one) => one.shares);
  const items = new Set(
    own.flatMap((one) => [...one.shares.map(({ row }) => itemOf(row)), ...(restOf(one) > 0 ? [say.items.ahead] : [])]),
  );
  return [
    title || null,
    textOf(unit?.creditCode) || null,
    [...items].join("、"),
    new Set(shares.map(({ row }) => row.key)).size,
    yuanOf(own.map(({ cents }) => cents)),
    unit?.email ?? null,
    own.length > SHOWN ? say.invoices.below(own.length) : numberRuns(own.map(({ payment }) => payment)),
    null,
  ];
}

/** What of it is nobody's yet. */
const restOf = ({ cents, shares }: Wanted): Cents => shares.reduce((rest, share) => rest - share.cents, cents);

function peopleRows(one: Wanted): Value[][] {
  const { title, payment, shares } = one;
  const rows = shares.map(({ row, cents }): Value[] => [
    title || null,
    row.name,
    row.unit,
    itemOf(row),
    yuanOf([cents]),
    payment,
  ]);
  const rest = restOf(one);
  return rest === 0 ? rows : [...rows, [title || null, say.invoices.nobodys, null, say.items.ahead, yuanOf([rest]), payment]];
}

function totalOf(wanted: readonly Wanted[]): Value[] {
  return [say.total, null, null, null, yuanOf(wanted.map(({ cents }) => cents)), null];
}
