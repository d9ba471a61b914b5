/** Whether a variable counts as unset: absent, empty, or visibly a placeholder such as `your-key-here`, `<key>`, `changeme`, `xxx`. */
export function isPlaceholder(value: string | undefined): boolean {
  if (value === undefined || value.trim() === "") return true;
  return /^(?:<.*>|\$\{.*\}|x{3,}|\.{3}|change[-_ ]?me.*|your[-_ ].*|.*placeholder.*|.*(?:key|secret|token)[-_ ]here|todo|none)$/i.test(
    value.trim(),
  );
}
