// Before the first paint: theme and language as chosen, and the files of a first load sent for. See earlyFiles in vite.config.ts.
(() => {
  const root = document.documentElement;
  let chosen = {};
  try {
    chosen = JSON.parse(localStorage.getItem("ohm.preferences") ?? "{}") ?? {};
  } catch {
    // As the machine has it.
  }
  if (chosen.theme === "light" || chosen.theme === "dark") root.dataset.theme = chosen.theme;
  const files = document.currentScript?.dataset ?? {};
  const languages = [chosen.language, ...navigator.languages].map((tag) => String(tag).toLowerCase().split("-")[0]);
  const language = languages.find((each) => each === "en" || each === "de") ?? "en";
  root.lang = language;
  const start = location.pathname === "/" ? ["page-parts", "page-start"] : [];
  const chat = location.pathname.startsWith("/chat/") ? ["page-parts", "page-chat", `words-chat-${language}`] : [];
  for (const name of [`words-start-${language}`, ...start, ...chat]) {
    const href = files[name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())];
    if (href === undefined) continue;
    const link = document.createElement("link");
    link.rel = "modulepreload";
    link.crossOrigin = "";
    link.href = href;
    document.head.append(link);
  }
})();
