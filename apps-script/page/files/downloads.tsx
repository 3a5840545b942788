import * as say from "../wording/files-screen";
import type { Download, JobAnswer } from "./local-files";

/** So many are listed; more of them are folded away, below the one file that holds them all. */
const FEW = 3;

/** The files that a command wrote: here to be saved, and where they lie on the disk. */
export function Downloads({ answer: { files, folder } }: { readonly answer: JobAnswer<unknown> }) {
  if (files.length === 0) return null;
  const [all, ...each] = files;
  const isMany = each.length > FEW && all !== undefined;
  return (
    <section aria-label={say.downloadsTitle}>
      <h4>{say.downloadsTitle}</h4>
      <Links files={isMany ? [all] : files} />
      {isMany ? (
        <details>
          <summary>{say.eachFile(each.length)}</summary>
          <Links files={each} />
        </details>
      ) : null}
      {folder === null ? null : <p class="hint">{say.alsoIn(folder)}</p>}
    </section>
  );
}

function Links({ files }: { readonly files: readonly Download[] }) {
  return (
    <ul class="downloads">
      {files.map(({ id, name }) => (
        <li key={id}>
          <a href={`file/${id}`} download={name}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
