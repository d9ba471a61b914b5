import { render } from "preact";
import { App } from "./app.tsx";
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
render(<App />, root);
