import { drawApp, prefetchFirst } from "./app.tsx";
import { followPreferences } from "./features/preferences/preferences.ts";
import "./ui/tokens.css";
import "./ui/ground.css";
import "./ui/controls.css";
import "./ui/rail.css";
import "./ui/shell.css";
import "./ui/chats.css";
import "./ui/examples.css";
import "./ui/conversation.css";
import "./ui/people.css";
import "./ui/message-parts.css";
import "./ui/composer.css";
import "./ui/bench.css";
import "./ui/findings.css";
import "./ui/tables.css";
import "./ui/tables-phone.css";
import "./ui/print.css";

const root = document.getElementById("app");
if (root === null) throw new Error("index.html has no #app");

Promise.all([followPreferences(), prefetchFirst()]).then(
  () => drawApp(root),
  () => {
    // Without its words the page can only say so; in no language in particular.
    root.textContent = "Ohm could not be loaded · konnte nicht geladen werden";
  },
);
