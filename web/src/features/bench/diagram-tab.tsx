export function DiagramTab() {
  return <p />;
}
