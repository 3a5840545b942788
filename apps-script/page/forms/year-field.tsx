interface YearProps {
  readonly value: string;
  readonly label: string;
  readonly hint: string;
  readonly type: (year: string) => void;
}

/** An input for a year with its label and hint. */
export function YearField({ value, label, hint, type }: YearProps) {
  return (
    <>
      <label for="year">{label}</label>
      <input
        id="year"
        class="short"
        type="text"
        inputMode="numeric"
        maxLength={6}
        aria-describedby="year-hint"
        value={value}
        onInput={({ currentTarget }) => type(currentTarget.value)}
      />
      <p id="year-hint" class="hint">
        {hint}
      </p>
    </>
  );
}
