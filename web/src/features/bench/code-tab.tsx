export function CodeTab() {
  return <p />;
}
