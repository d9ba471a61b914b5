import { partById } from "../catalogue/catalogue.ts";
import { shortName } from "../compare-designs.ts";
import { linkRadioOf, onLink } from "../devices/device-wishes.ts";
import { wholeRequirements } from "../devices/whole-requirements.ts";
import type {
  Condition,
  DeviceWishes,
  Edit,
  FunctionWanted,
  LinkRadio,
  PlainEdit,
  Requirements,
  Unmet,
} from "../requirements.ts";
import { plainEdits } from "../requirements.ts";
import { labelOf, withAssumptions } from "./assumptions.ts";
import { countsUp } from "./pieces-edit.ts";
import { mergeWanted } from "./wanted.ts";

type Of<K extends PlainEdit["kind"]> = Extract<PlainEdit, { kind: K }>;

/**
 * The new part takes over what it can do; functions that only the replaced parts did are given up, and said so. They are not assumed
 * again until somebody asks.
 */
function replace(requirements: Requirements, edit: Of<"replace">): Requirements {
  const to = partById(edit.toCatalogId);
  if (to === undefined) return requirements;
  const freed = new Set(edit.fromCatalogIds.flatMap((id) => partById(id)?.functions ?? []));
  const gained = edit.functionIds.filter((id) => to.functions.includes(id));
  const pieces = edit.quantity === undefined ? {} : { quantity: edit.quantity };
  const kept: FunctionWanted[] = [];
  const lost: FunctionWanted[] = [];
  for (const one of requirements.functions) {
    const replaced = one.catalogId === undefined ? freed.has(one.id) : edit.fromCatalogIds.includes(one.catalogId);
    if (!replaced && !(one.catalogId === undefined && gained.includes(one.id))) kept.push(one);
    else if (to.functions.includes(one.id)) kept.push({ ...one, ...pieces, catalogId: to.id });
    else lost.push(one);
  }
  const missing = gained.filter((id) => !kept.some((one) => one.id === id));
  const { language } = requirements;
  const added = missing.map(
    (id): FunctionWanted => ({
      id,
      label: labelOf(id, language),
      quantity: 1,
      source: "asked",
      ...pieces,
      catalogId: to.id,
    }),
  );
  const because =
    language === "de" ? `${shortName(to.name)} leistet das nicht` : `the ${shortName(to.name)} does not do it`;
  const dropped = [
    ...(requirements.dropped ?? []).filter((one) => !missing.includes(one.id)),
    ...lost.map(({ id, label, source }) => ({ id, label, because, source })),
  ];
  return {
    ...requirements,
    functions: [...kept, ...added],
    excluded: requirements.excluded.filter((id) => id !== to.id),
    dropped,
  };
}

/** More of the same kind counts up; a new kind joins. */
function add(requirements: Requirements, edit: Of<"add">): Requirements {
  let functions = requirements.functions;
  for (const next of edit.functions) {
    const same = functions.filter((one) => one.id === next.id && countsUp(next.id));
    // "two more LEDs" are of the colour that is there, where there is only one.
    const old =
      same.find((one) => one.colour === next.colour) ??
      (next.colour === undefined && same.length === 1 ? same[0] : undefined);
    const at = old === undefined ? -1 : functions.indexOf(old);
    functions =
      at < 0
        ? apart(functions, next)
        : functions.map((one, index) =>
            index === at ? { ...one, ...next, quantity: one.quantity + next.quantity } : one,
          );
  }
  const ids = new Set(edit.functions.map((one) => one.id));
  const named = edit.functions.flatMap((one) => one.catalogId ?? []);
  return {
    ...requirements,
    functions,
    excluded: requirements.excluded.filter((id) => !named.includes(id)),
    dropped: (requirements.dropped ?? []).filter((one) => !ids.has(one.id)),
  };
}

/** LEDs of another colour stand beside the first ones; everything else is one wish. */
const apart = (functions: FunctionWanted[], next: FunctionWanted): FunctionWanted[] =>
  countsUp(next.id) ? [...functions, next] : mergeWanted(functions, [next]);

function remove(requirements: Requirements, edit: Of<"remove">): Requirements {
  if (edit.quantity !== undefined) return removeSome(requirements, edit, edit.quantity);
  const goes = (one: FunctionWanted): boolean =>
    edit.catalogIds.length > 0 && one.catalogId !== undefined
      ? edit.catalogIds.includes(one.catalogId)
      : edit.functionIds.includes(one.id);
  return {
    ...requirements,
    functions: requirements.functions.filter((one) => !goes(one)),
    excluded: [...new Set([...requirements.excluded, ...edit.catalogIds])],
  };
}

/** So many pieces go; the part stays allowed. */
function removeSome(requirements: Requirements, edit: Of<"remove">, quantity: number): Requirements {
  const isMeant = (one: FunctionWanted) => edit.functionIds.includes(one.id) && one.quantity > 1;
  return {
    ...requirements,
    functions: requirements.functions.map((one) =>
      isMeant(one) ? { ...one, quantity: Math.max(1, one.quantity - quantity) } : one,
    ),
  };
}

/** Another number or colour of pieces that are there. */
function adjust(requirements: Requirements, edit: Of<"adjust">): Requirements {
  const { functionId, colour, quantity, toColour, catalogId } = edit;
  const isMeant = (one: FunctionWanted) =>
    catalogId === undefined ? one.id === functionId && (one.colour ?? null) === colour : one.catalogId === catalogId;
  const recoloured = toColour === null ? {} : { colour: toColour };
  return {
    ...requirements,
    functions: requirements.functions.map((one) =>
      isMeant(one) ? { ...one, quantity, source: "asked" as const, ...recoloured } : one,
    ),
  };
}

/** Mains that was named stays named, whatever is said of the load afterwards. */
function setMains(requirements: Requirements, { switched }: Of<"set-mains">): Requirements {
  const before = requirements.switched;
  if (before?.load === "mains") return requirements;
  const wasNamed = before === undefined && requirements.mains;
  const mains = wasNamed || switched.load !== "low";
  return { ...requirements, mains, switched: wasNamed ? { load: "mains", volts: null } : switched };
}

/** Mains goes with the last switched load, and not before; a load that nobody described counts as mains. */
function settleMains(before: Requirements, after: Requirements): Requirements {
  const switches = (one: FunctionWanted) => one.id === "act-switch-load";
  if (after.functions.some(switches)) {
    if (after.switched !== undefined || after.mains || before.functions.some(switches)) return after;
    return { ...after, mains: true, switched: { load: "unknown", volts: null } };
  }
  const { switched: _gone, ...rest } = after;
  const hadLoad = before.functions.some(switches) && !after.functions.some((one) => one.id === "act-pump");
  return { ...rest, mains: after.mains && !hadLoad };
}

/** A wish about something that is gone is no wish any more; another source settles the one that could not be had. */
function settleWishes(after: Requirements, edits: readonly PlainEdit[]): Requirements {
  const removed = new Set(edits.flatMap((edit) => (edit.kind === "remove" ? edit.functionIds : [])));
  const newSource = edits.some((edit) => edit.kind === "set-power" && edit.wakeMinutes === null);
  const isOpen = ({ functionId, about }: Unmet) =>
    !(functionId !== undefined && removed.has(functionId)) && !(newSource && about === "power");
  const { unmet, conditions, ...rest } = after;
  const open = (unmet ?? []).filter(isOpen);
  const held = (conditions ?? []).filter(({ functionId }) => rest.functions.some((one) => one.id === functionId));
  return {
    ...rest,
    ...(open.length === 0 ? {} : { unmet: open }),
    ...(held.length === 0 ? {} : { conditions: held }),
  };
}

function setPower(requirements: Requirements, edit: Of<"set-power">): Requirements {
  const interval = edit.wakeMinutes ?? requirements.power.wakeMinutes;
  const saysSource = edit.wakeMinutes === null && edit.lifeHours === null;
  const catalogId = edit.catalogId === undefined ? requirements.power.catalogId : (edit.catalogId ?? undefined);
  const named = saysSource || edit.source !== requirements.power.source || requirements.power.named;
  return {
    ...requirements,
    power: {
      source: edit.source,
      named,
      lifeHours: edit.lifeHours ?? requirements.power.lifeHours,
      wakeMinutes: interval,
      ...(catalogId === undefined ? {} : { catalogId }),
    },
    assumed:
      edit.wakeMinutes === null ? requirements.assumed : requirements.assumed.filter((one) => one.field !== "interval"),
  };
}

/** A limit takes the place of the one for the same measurement and output. */
function setConditions(requirements: Requirements, { conditions }: Of<"set-conditions">): Requirements {
  const isNew = (old: Condition) =>
    !conditions.some((one) => one.functionId === old.functionId && one.output === old.output);
  return { ...requirements, conditions: [...(requirements.conditions ?? []).filter(isNew), ...conditions] };
}

function giveUp(requirements: Requirements, what: string): Requirements {
  return { ...requirements, unmet: (requirements.unmet ?? []).filter((one) => one.what !== what) };
}

/** Another board has other pins. */
function withoutPins({ pins: _moved, ...rest }: Requirements): Requirements {
  return rest;
}

function applyOne(requirements: Requirements, edit: PlainEdit): Requirements {
  switch (edit.kind) {
    case "replace":
      return replace(requirements, edit);
    case "add":
      return add(requirements, edit);
    case "remove":
      return remove(requirements, edit);
    case "adjust":
      return adjust(requirements, edit);
    case "set-mains":
      return setMains(requirements, edit);
    case "set-conditions":
      return setConditions(requirements, edit);
    case "give-up":
      return giveUp(requirements, edit.what);
    case "improve":
      return { ...requirements, aim: edit.aim };
    case "own":
      return { ...requirements, owned: [...new Set([...requirements.owned, ...edit.catalogIds])] };
    case "move-pin":
      return {
        ...requirements,
        pins: [
          ...(requirements.pins ?? []).filter((one) => one.need !== edit.need && one.pin !== edit.pin),
          { need: edit.need, pin: edit.pin },
        ],
      };
    case "set-board":
      return {
        ...withoutPins(requirements),
        board: { catalogId: edit.catalogId, named: true },
        excluded: requirements.excluded.filter((id) => id !== edit.catalogId),
      };
    case "set-firmware":
      return { ...requirements, firmware: edit.firmware };
    case "set-budget":
      return {
        ...requirements,
        budget: edit.budget,
        assumed: requirements.assumed.filter((one) => one.field !== "currency"),
      };
    case "set-power":
      return setPower(requirements, edit);
  }
}

/** The requirements after the edits, in their order, with assumptions made anew; of each device where there are several. The argument stays as it is. */
export function applyEdits(requirements: Requirements, edits: readonly Edit[]): Requirements {
  if (requirements.devices !== undefined) return applyToDevices(requirements, requirements.devices, edits);
  return applyToOne(requirements, plainEdits(edits));
}

function applyToOne(requirements: Requirements, edits: readonly PlainEdit[]): Requirements {
  const { improved: _before, ...rest } = requirements;
  const changed = edits.reduce<Requirements>(applyOne, { ...rest, notUnderstood: [] });
  return withAssumptions(settleWishes(settleMains(requirements, changed), edits));
}

/** The radio that stands in for the one of the link, where an edit took that away from a device. */
function newRadio(devices: readonly DeviceWishes[]): LinkRadio | null {
  for (const { requirements } of devices) {
    const radios = requirements.functions.flatMap(({ id }) => linkRadioOf(id) ?? []);
    const [other] = radios.includes(requirements.link?.radio ?? "nrf24") ? [] : radios;
    if (other !== undefined) return other;
  }
  return null;
}

/** Each device with its own edits, both on one radio; what is about the whole beside them. */
function applyToDevices(whole: Requirements, before: readonly DeviceWishes[], edits: readonly Edit[]): Requirements {
  const { improved: _told, ...rest } = whole;
  let next: Requirements = { ...rest, notUnderstood: [] };
  let devices = [...before];
  const change = (id: string | null, own: readonly PlainEdit[]) => {
    devices = devices.map((device) =>
      id === null || device.id === id ? { ...device, requirements: applyToOne(device.requirements, own) } : device,
    );
  };
  for (const edit of edits) {
    if (edit.kind === "change-device") change(edit.deviceId, edit.edits);
    else if (edit.kind === "improve") next = { ...next, aim: edit.aim };
    else if (edit.kind === "set-budget") {
      const { devices: _all, ...flat } = applyOne(next, edit);
      next = { ...next, budget: edit.budget, assumed: withAssumptions(flat).assumed };
    } else change(edit.kind === "set-firmware" ? null : (devices[0]?.id ?? null), [edit]);
  }
  const radio = newRadio(devices);
  const linked = devices.map((device): DeviceWishes => {
    const { link } = device.requirements;
    if (link === undefined) return device;
    const now = radio === null ? link : { ...link, radio, isNamed: true };
    const { aim, ...own } = device.requirements;
    return { ...device, requirements: { ...onLink(own, now), ...(aim === undefined ? {} : { aim }) } };
  });
  const { aim } = next;
  return { ...wholeRequirements(next, linked), ...(aim === undefined ? {} : { aim }) };
}
