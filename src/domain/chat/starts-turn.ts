/** Whether a person's message asks the agents. `/note text` is for people only. */
export function startsTurn(content: string): boolean {
  return !/^\/note(\s|$)/.test(content);
}
