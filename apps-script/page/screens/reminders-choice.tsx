import * as say from "../wording/reminders-screen";

interface ChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly string[];
  readonly value: string;
  readonly choose: (value: string) => void;
  /** What it says where none is chosen. */
  readonly none?: string;
  /** One of them is always chosen. */
  readonly isFixed?: boolean;
}

/** One of some words, or all of them. */
export function Choice({ id, label, choices, value, choose, none = say.ALL, isFixed = false }: ChoiceProps) {
  return (
    <div>
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        {isFixed ? null : <option value="">{none}</option>}
        {choices.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </div>
  );
}
