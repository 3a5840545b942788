import type { FactList } from "../report/view";

/** A table of two columns: what something is called, and what it is. */
export function Facts({ list: { title, facts } }: { readonly list: FactList }) {
  return (
    <table>
      <caption>{title}</caption>
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
