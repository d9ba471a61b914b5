import type { Design } from "../../../../src/domain/circuit/design.ts";

export function CodeTab({ design }: { design: Design }) {
  return <p>{design.title}</p>;
}
