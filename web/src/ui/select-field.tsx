import { useId } from "preact/hooks";
import "./form.css";

interface SelectFieldProps<T extends string> {
  label: string;
  /** The label is said, not shown. */
  quiet?: boolean;
  options: readonly { value: T; label: string }[];
  chosen: T;
  disabled?: boolean;
  onChoose: (value: T) => void;
}

/** One of several in a native list. */
export function SelectField<T extends string>({
  label,
  quiet,
  options,
  chosen,
  disabled,
  onChoose,
}: SelectFieldProps<T>) {
  const id = useId();
  return (
    <div class={quiet === true ? "form-field quiet-label" : "form-field"}>
      <label for={id} class={quiet === true ? "unseen" : undefined}>
        {label}
      </label>
      <select
        id={id}
        class="field"
        value={chosen}
        disabled={disabled}
        onChange={(event) => {
          const value = options.find((option) => option.value === event.currentTarget.value)?.value;
          if (value !== undefined) onChoose(value);
          // Until the change is made the list shows what holds.
          event.currentTarget.value = chosen;
        }}
      >
        {options.map(({ value, label: words }) => (
          <option key={value} value={value} selected={value === chosen}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
