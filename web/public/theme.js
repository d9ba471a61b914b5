// Runs before the first paint, so that a chosen theme never flashes; web/src/features/preferences keeps what it reads.
try {
  const { theme } = JSON.parse(localStorage.getItem("ohm.preferences") ?? "{}");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage that is forbidden or broken: the machine's theme.
}
