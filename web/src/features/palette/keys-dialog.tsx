import { text } from "../../text/text.ts";
import { isMac } from "../../ui/command-key.ts";
import { Modal } from "../../ui/modal.tsx";
import { enterSends } from "../preferences/preferences.ts";
import "./palette.css";

/** What keys do: each row says what, and which, alternatives apart. */
interface KeyRow {
  what: string;
  keys: readonly string[];
}

/** The keys of every page, of the field, and of the bench. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { groups } = text.keys;
  return (
    <Modal title={text.keys.title} onClose={onClose}>
      {keyGroups().map(({ group, rows }) => (
        <section key={group} class="keys-group">
          <h3>{groups[group]}</h3>
          <dl>
            {rows.map(({ what, keys }) => (
              <div key={what}>
                <dt>{what}</dt>
                <dd>
                  {keys.map((key, place) => (
                    <>
                      {place === 0 ? null : ` ${text.keys.or} `}
                      <kbd key={key}>{key}</kbd>
                    </>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Modal>
  );
}

function keyGroups(): { group: keyof typeof text.keys.groups; rows: KeyRow[] }[] {
  const command = isMac() ? text.composer.keysToSend.mac : text.composer.keysToSend.other;
  const [sending, breaking] = enterSends() ? ["Enter", "Shift Enter"] : [command, "Enter"];
  return [
    {
      group: "everywhere",
      rows: [
        { what: text.keys.palette, keys: [command.replace("Enter", "K")] },
        { what: text.keys.help, keys: ["?"] },
        { what: text.keys.close, keys: ["Esc"] },
      ],
    },
    {
      group: "writing",
      rows: [
        { what: text.keys.send, keys: [sending] },
        { what: text.keys.break, keys: [breaking] },
      ],
    },
    {
      group: "bench",
      rows: [
        { what: text.keys.tabs, keys: ["→", "←"] },
        { what: text.keys.firstTab, keys: ["Home", "End"] },
        { what: text.keys.width, keys: ["→", "←"] },
      ],
    },
    {
      group: "diagram",
      rows: [
        { what: text.keys.move, keys: ["→", "←", "↑", "↓"] },
        { what: text.keys.zoom, keys: ["+", "−"] },
        { what: text.keys.whole, keys: ["0"] },
      ],
    },
  ];
}
