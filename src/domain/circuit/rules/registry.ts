import { battery } from "./battery.ts";
import { budget } from "./budget.ts";
import { commonGround } from "./common-ground.ts";
import { flyback } from "./flyback.ts";
import { i2cAddress } from "./i2c-address.ts";
import { ledResistor } from "./led-resistor.ts";
import { mains } from "./mains.ts";
import { manyServos, motorFromPin } from "./motor-from-pin.ts";
import { notChecked } from "./not-checked.ts";
import { openContacts } from "./open-contacts.ts";
import { overVoltagePin } from "./over-voltage-pin.ts";
import { pinCapability } from "./pin-capability.ts";
import { polarity } from "./polarity.ts";
import { railBudget } from "./rail-budget.ts";
import { requirement } from "./requirement.ts";
import type { Rule } from "./rule.ts";
import { short } from "./short.ts";
import { strapping } from "./strapping.ts";
import { duplicateId, unknownPin } from "./structure.ts";
import { missingGround, missingSupply } from "./supply.ts";
import { supplyContention } from "./supply-contention.ts";
import { supplyRange } from "./supply-range.ts";

/** Every rule, in the order in which findings of one severity are shown: what destroys first, wishes last. */
export const rules: readonly Rule[] = [
  duplicateId,
  unknownPin,
  short,
  supplyContention,
  polarity,
  overVoltagePin,
  supplyRange,
  mains,
  missingSupply,
  missingGround,
  commonGround,
  motorFromPin,
  flyback,
  ledResistor,
  railBudget,
  manyServos,
  pinCapability,
  i2cAddress,
  strapping,
  battery,
  openContacts,
  notChecked,
  requirement,
  budget,
];
