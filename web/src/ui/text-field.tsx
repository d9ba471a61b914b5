import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import "./form.css";

interface TextFieldProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  type?: "text" | "email" | "password";
  /** What it has to be, said before somebody writes. */
  hint?: string;
  /** What is wrong with it. */
  problem?: string | null | undefined;
  autocomplete?: "off" | "name" | "username" | "email" | "current-password" | "new-password";
  maxLength?: number;
  required?: boolean;
  /** Beside the field, e.g. its button. */
  children?: ComponentChildren;
}

/** A field with its name above and its rule below. */
export function TextField({ label, value, onInput, hint, problem, type = "text", children, ...more }: TextFieldProps) {
  const id = useId();
  const hasProblem = problem !== null && problem !== undefined;
  return (
    <div class="form-field">
      <label for={id}>{label}</label>
      <div class="form-line">
        <input
          {...more}
          id={id}
          class="field"
          type={type}
          value={value}
          spellcheck={false}
          aria-invalid={hasProblem}
          aria-describedby={hint === undefined && !hasProblem ? undefined : `${id}-hint`}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
        {children}
      </div>
      {hint === undefined && !hasProblem ? null : (
        <p id={`${id}-hint`} class={hasProblem ? "hint field-problem" : "hint"}>
          {problem ?? hint}
        </p>
      )}
    </div>
  );
}
