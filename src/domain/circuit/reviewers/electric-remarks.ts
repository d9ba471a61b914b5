import type { Design, Finding } from "../design.ts";
import { splitPin } from "../pins/pin-ref.ts";
import { dutyOf, lifeAtDuty } from "../power/life-at-duty.ts";
import { figure } from "../short-forms.ts";
import type { Look, Remark, Reviewed } from "./remark.ts";
import { remark } from "./remark.ts";

function number({ design }: Pick<Reviewed, "design">, value: number): string {
  return design.requirements.language === "de" ? figure(value).replace(".", ",") : figure(value);
}

/** The rail with the least room. */
function tightestRail(reviewed: Reviewed): Remark | null {
  const { design, say } = reviewed;
  const rails = design.power.rails.flatMap((rail) =>
    rail.limitMa === null || rail.limitMa === 0
      ? []
      : [{ ...rail, share: rail.maxMa / rail.limitMa, limit: rail.limitMa }],
  );
  const [tight] = rails.sort((a, b) => b.share - a.share);
  if (tight === undefined) return null;
  const isBoard = (id: string) => design.parts.some((part) => part.id === id && part.category === "board");
  const [first] = [...tight.loads].sort((a, b) => b.maxMa - a.maxMa);
  const worst = first !== undefined && isBoard(first.part) ? undefined : first;
  const percent = Math.round(100 * tight.share);
  const most =
    worst === undefined
      ? ""
      : say(
          `, ${number(reviewed, worst.maxMa)} mA of it ${worst.part}`,
          `, davon ${number(reviewed, worst.maxMa)} mA ${worst.part}`,
        );
  return remark(
    say(
      `Tightest rail: ${tight.name}, at most ${number(reviewed, tight.maxMa)} of ${number(reviewed, tight.limit)} mA (${percent} %)${most}.`,
      `Knappste Schiene: ${tight.name}, höchstens ${number(reviewed, tight.maxMa)} von ${number(reviewed, tight.limit)} mA (${percent} %)${most}.`,
    ),
  );
}

/** What a longer pause would bring. */
function longerPause(reviewed: Reviewed): Remark | null {
  const { design, say } = reviewed;
  const { battery, batteryHours } = design.power;
  if (battery === undefined || battery.wakeMinutes === null || batteryHours === undefined || battery.wakeMinutes >= 60)
    return null;
  const { hours } = lifeAtDuty(battery, { ...dutyOf(battery), everySeconds: 3600 });
  const more = Math.round(100 * (hours / batteryHours - 1));
  const life =
    hours < 48
      ? say(`${number(reviewed, hours)} hours`, `${number(reviewed, hours)} Stunden`)
      : say(`${number(reviewed, hours / 24)} days`, `${number(reviewed, hours / 24)} Tage`);
  return remark(
    more < 5
      ? say(
          `A pause of an hour would bring only ${more} % more life: the current asleep decides, not the pause.`,
          `Eine Stunde Pause brächte nur ${more} % mehr Laufzeit: Der Schlafstrom entscheidet, nicht die Pause.`,
        )
      : say(
          `One measurement an hour would make ${life} of it, ${more} % more.`,
          `Eine Messung je Stunde machte ${life} daraus, ${more} % mehr.`,
        ),
  );
}

function idle(reviewed: Reviewed): Remark | null {
  const { design, say } = reviewed;
  const { battery } = design.power;
  if (battery === undefined || battery.quiescentMa === 0) return null;
  return remark(
    say(
      `Charger and converter alone empty the cell in ${number(reviewed, battery.capacityMah / battery.quiescentMa / 24)} days (${number(reviewed, battery.quiescentMa)} mA).`,
      `Lader und Wandler allein leeren die Zelle in ${number(reviewed, battery.capacityMah / battery.quiescentMa / 24)} Tagen (${number(reviewed, battery.quiescentMa)} mA).`,
    ),
  );
}

function hungriest(reviewed: Reviewed): Remark | null {
  const { design, say } = reviewed;
  const loads = design.power.rails.flatMap((rail) => rail.loads.map((load) => ({ ...load, rail: rail.name })));
  const parts = loads.filter(({ part }) =>
    design.parts.some(({ id, category }) => id === part && category !== "board" && category !== "power"),
  );
  const [worst] = parts.sort((a, b) => b.maxMa - a.maxMa);
  if (worst === undefined || worst.maxMa < 5) return null;
  return remark(
    say(
      `${worst.part} draws most beside the board: ${number(reviewed, worst.maxMa)} mA at its worst, on ${worst.rail}.`,
      `${worst.part} zieht neben dem Board am meisten: schlimmstenfalls ${number(reviewed, worst.maxMa)} mA, an ${worst.rail}.`,
    ),
    [worst.part],
  );
}

/** What `ohm/power` looks at. */
export const lookAtPower: Look = (reviewed) => [
  longerPause(reviewed),
  tightestRail(reviewed),
  idle(reviewed),
  hungriest(reviewed),
];

const safetyRules =
  /battery|mains|over-voltage|short|polarity|supply|regulator|flyback|gpio-current|motor|open-contacts|led-resistor/;

function worstFinding({ design }: Reviewed): Remark[] {
  const rank = { E: 0, W: 1, I: 2 };
  const all = design.findings.filter(({ ruleId }) => safetyRules.test(ruleId));
  return all.sort((a, b) => rank[a.severity] - rank[b.severity]).map((finding) => findingRemark(finding));
}

function findingRemark({ message, parts }: Finding): Remark {
  return { text: message, parts, findings: [message] };
}

/** The wires that can do harm, in build order. */
function delicateWires({ design, say }: Reviewed): Remark[] {
  return design.connections.flatMap(({ step, to, from, warning }) => {
    if (warning === undefined) return [];
    const id = splitPin(to).partId;
    return [
      remark(
        say(`Before wire ${step} (${from} to ${to}): ${warning}`, `Vor Draht ${step} (${from} an ${to}): ${warning}`),
        [id],
      ),
    ];
  });
}

function margin({ design, say }: Reviewed): Remark | null {
  const rule =
    passedRule(design, "over-voltage-pin") ?? passedRule(design, "gpio-current") ?? passedRule(design, "rail-budget");
  if (rule?.measured === undefined || rule.limit === undefined) return null;
  const { measured, limit } = rule;
  const what = rule.what.replace(/: [^:]+(?::[^:]+)?$/, "");
  return remark(
    say(
      `Least margin that I looked for (${what}): ${figure(measured.value)} ${measured.unit} of ${figure(limit.value)} ${limit.unit}.`,
      `Kleinste Reserve, die ich geprüft habe (${what}): ${figure(measured.value)} ${measured.unit} von ${figure(limit.value)} ${limit.unit}.`.replaceAll(
        /(\d)\.(\d)/g,
        "$1,$2",
      ),
    ),
  );
}

function passedRule({ passed }: Design, id: string) {
  return passed.find(({ ruleId }) => ruleId === id);
}

function lithium({ design, say }: Reviewed): Remark | null {
  const cell = design.parts.find(({ catalogId }) => /18650|lipo|li-ion/i.test(catalogId ?? ""));
  const charger = design.parts.find(({ catalogId }) => /tp4056|charger/.test(catalogId ?? ""));
  if (cell === undefined) return null;
  const ids = [cell.id, ...(charger ? [charger.id] : [])];
  return remark(
    say(
      `${cell.id} reversed destroys ${charger?.id ?? "what hangs on it"} at once: measure plus and minus first, and put the cell in last.`,
      `${cell.id} verpolt zerstört ${charger?.id ?? "alles daran"} sofort: Miss Plus und Minus, und setz die Zelle zuletzt ein.`,
    ),
    ids,
  );
}

/** What `ohm/safety` looks at. */
export const lookAtSafety: Look = (reviewed) => [
  ...worstFinding(reviewed),
  lithium(reviewed),
  ...delicateWires(reviewed),
  margin(reviewed),
];
