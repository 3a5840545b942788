import { groupedBy } from "../../domain/snapshot/grouped-by";
import type { DeskPerson, DeskView } from "../../domain/views/desk";
import { Facts } from "../parts/facts";
import * as say from "../wording/desk-screen";

/** How far the class is: who is still to come, and what the till must hold. */
export function DeskTally({ view: { people, toCome, came, cameToday, noShow, till } }: { readonly view: DeskView }) {
  const keys = new Set(toCome.people);
  const units = groupedBy(
    people.filter(({ key }) => keys.has(key)),
    ({ unit }: DeskPerson) => unit ?? "",
  );
  const sums = till.byMethod.map(({ method, amount }) => ({ label: method, value: say.money(amount) }));
  const facts = [...sums, { label: say.TOTAL, value: say.money(till.total) }];
  return (
    <div>
      <p role="status">{say.counts(toCome.count, came.count, cameToday.count, noShow.count)}</p>
      <Facts list={{ title: say.tillTitle(till.day), facts }} />
      {till.uncounted.length > 0 ? <p class="notice">{say.uncounted(till.uncounted)}</p> : null}
      {toCome.count === 0 ? null : (
        <details>
          <summary>{say.TO_COME}</summary>
          <ul>
            {[...units].map(([unit, own]) => (
              <li key={unit}>
                {say.toCome(
                  unit || null,
                  own.map(({ name, key }) => name ?? key),
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
