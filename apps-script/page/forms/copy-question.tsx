import * as say from "../wording/page";

/** What a copied Sheet may be. Neither answer is suggested. */
export function CopyQuestion() {
  return (
    <>
      <p>{say.COPY_WHY}</p>
      <ul>
        {[say.COPY_NEXT, say.COPY_NEW, say.COPY_SAME].map(({ name, meaning }) => (
          <li key={name}>
            <strong>{name}</strong>
            <p class="hint">{meaning}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
