import { useContext } from "preact/hooks";
import { Busy } from "../parts/button";

interface FilePickerProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string | null;
  readonly isMany?: boolean;
  readonly take: (files: readonly File[]) => void;
}

/** Chooses files on this PC; the same one can be chosen once more. What browsers write beside it is in their own language: hidden. */
export function FilePicker({ id, label, hint, isMany = false, take }: FilePickerProps) {
  const isBusy = useContext(Busy);
  return (
    <div class="picker">
      <input
        id={id}
        type="file"
        multiple={isMany}
        disabled={isBusy}
        aria-describedby={hint === null ? undefined : `${id}-hint`}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          currentTarget.value = "";
          if (files.length > 0) take(files);
        }}
      />
      <label for={id}>{label}</label>
      {hint === null ? null : (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
    </div>
  );
}
