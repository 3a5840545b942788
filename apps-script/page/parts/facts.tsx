import type { FactList } from "../report/view";
import * as say from "../wording/report";
import { Folded } from "./folded";

/** So many lines are in sight. */
const SHOWN = 40;

/** A table of two columns: what something is called, and what it is. Of a long one the rest is folded away. */
export function Facts({ list: { title, facts } }: { readonly list: FactList }) {
  const rest = facts.slice(SHOWN);
  return (
    <>
      <Lines title={title} facts={facts.slice(0, SHOWN)} />
      {rest.length === 0 ? null : <Folded title={say.otherLines(rest.length)} draw={() => <Lines title="" facts={rest} />} />}
    </>
  );
}

function Lines({ title, facts }: FactList) {
  return (
    <table>
      {title === "" ? null : <caption>{title}</caption>}
      <tbody>
        {facts.map(({ label, value }, index) => (
          <tr key={index}>
            <th scope="row">{label}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
