interface ChoiceProps<T extends string> {
  legend: string;
  /** Said below, about what is chosen now. */
  hint?: string;
  options: readonly { value: T; label: string }[];
  chosen: T;
  onChoose: (value: T) => void;
}

/** One of a few, as a row of radio buttons that look like one control. */
export function Choice<T extends string>({ legend, hint, options, chosen, onChoose }: ChoiceProps<T>) {
  return (
    <fieldset class="setting">
      <legend>{legend}</legend>
      <div class="segments">
        {options.map(({ value, label }) => (
          <label key={value} class="segment">
            <input
              type="radio"
              class="unseen"
              name={legend}
              checked={value === chosen}
              onChange={() => onChoose(value)}
            />
            {label}
          </label>
        ))}
      </div>
      {hint === undefined ? null : <p class="hint">{hint}</p>}
    </fieldset>
  );
}
