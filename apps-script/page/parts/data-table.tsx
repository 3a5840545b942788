import { TableHead } from "./table-head";

interface DataTableProps {
  readonly title: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** A table of plain values; the first of a line names it. Where the page is narrow, a line is a block of its own. */
export function DataTable({ title, headers, rows }: DataTableProps) {
  return (
    <table class="stacked">
      <caption>{title}</caption>
      <TableHead headers={headers} />
      <tbody>
        {rows.map(([first, ...others], index) => (
          <tr key={index}>
            <th scope="row">{first}</th>
            {others.map((value, at) => (
              <td key={at} data-title={headers[at + 1]}>
                {value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
