// Runs before the first paint, so that a chosen theme never flashes, and sends for the words of the page's language beside its code.
// What it reads is kept by web/src/features/preferences; the build writes into its tag where each language's words are.
(() => {
  const root = document.documentElement;
  let chosen = {};
  try {
    chosen = JSON.parse(localStorage.getItem("ohm.preferences") ?? "{}") ?? {};
  } catch {
    // Storage that is forbidden or broken: as the machine has it.
  }
  if (chosen.theme === "light" || chosen.theme === "dark") root.dataset.theme = chosen.theme;
  const words = document.currentScript?.dataset ?? {};
  const tags = [chosen.language, ...navigator.languages, "en"];
  const language = tags.map((tag) => String(tag).toLowerCase().split("-")[0]).find((tag) => Object.hasOwn(words, tag));
  if (language === undefined) return;
  root.lang = language;
  const link = document.createElement("link");
  link.rel = "modulepreload";
  link.crossOrigin = "";
  link.href = words[language];
  document.head.append(link);
})();
