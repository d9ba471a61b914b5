import { followPreferences } from "./features/preferences/preferences.ts";
import "./ui/tokens.css";
import "./ui/ground.css";
import "./ui/controls.css";
import "./ui/shell.css";
import "./ui/examples.css";
import "./ui/conversation.css";
import "./ui/people.css";
import "./ui/message-parts.css";
import "./ui/composer.css";
import "./ui/bench.css";
import "./ui/findings.css";
import "./ui/tables.css";
import "./ui/tables-phone.css";

const root = document.getElementById("app");
if (root === null) throw new Error("index.html has no #app");

/** The words of the one language that is spoken here come beside the code that is drawn with them. */
async function show(place: HTMLElement): Promise<void> {
  const [{ drawApp }] = await Promise.all([import("./app.tsx"), followPreferences()]);
  drawApp(place);
}

show(root).catch(() => {
  // Without its code and words the page can only say so; in no language in particular.
  root.textContent = "Ohm could not be loaded · konnte nicht geladen werden";
});
