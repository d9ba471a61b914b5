/** Brings the focus to the field where messages are written. */
export function focusField(): void {
  document.getElementById("message")?.focus();
}
