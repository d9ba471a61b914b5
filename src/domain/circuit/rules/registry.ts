import { bjtBase, mosfetGate } from "./bare-switches.ts";
import { battery } from "./battery.ts";
import { budget } from "./budget.ts";
import { commonGround } from "./common-ground.ts";
import { decoupling } from "./decoupling.ts";
import { floatingInput } from "./floating-input.ts";
import { flyback } from "./flyback.ts";
import { gpioCurrent } from "./gpio-current.ts";
import { i2cAddress } from "./i2c-address.ts";
import { i2cPullup, i2cRail, i2cSpeed } from "./i2c-electrical.ts";
import { i2cPins } from "./i2c-pins.ts";
import { ledResistor } from "./led-resistor.ts";
import { levelMargin } from "./level-margin.ts";
import { mains } from "./mains.ts";
import { manyServos, motorFromPin } from "./motor-from-pin.ts";
import { neopixel } from "./neopixel.ts";
import { notChecked } from "./not-checked.ts";
import { onewire } from "./onewire.ts";
import { openContacts } from "./open-contacts.ts";
import { outOut } from "./out-out.ts";
import { overVoltagePin } from "./over-voltage-pin.ts";
import { pinCapability } from "./pin-capability.ts";
import { polarity } from "./polarity.ts";
import { portCurrent } from "./port-current.ts";
import { railBudget } from "./rail-budget.ts";
import { railConflict } from "./rail-conflict.ts";
import { regulator } from "./regulator.ts";
import { requirement } from "./requirement.ts";
import { resistorPower } from "./resistor-power.ts";
import type { Rule } from "./rule.ts";
import { short } from "./short.ts";
import { spiCs, spiDir } from "./spi.ts";
import { strapping } from "./strapping.ts";
import { duplicateId, unknownPin } from "./structure.ts";
import { missingGround, missingSupply } from "./supply.ts";
import { supplyContention } from "./supply-contention.ts";
import { supplyRange } from "./supply-range.ts";
import { dangling, shortedPart } from "./two-terminal.ts";
import { uartCross } from "./uart-cross.ts";

/** Every rule, in the order in which findings of one severity are shown: what destroys first, wishes last. */
export const rules: readonly Rule[] = [
  duplicateId,
  unknownPin,
  short,
  railConflict,
  supplyContention,
  outOut,
  polarity,
  overVoltagePin,
  i2cRail,
  supplyRange,
  regulator,
  mains,
  missingSupply,
  missingGround,
  commonGround,
  motorFromPin,
  flyback,
  mosfetGate,
  bjtBase,
  ledResistor,
  gpioCurrent,
  portCurrent,
  resistorPower,
  railBudget,
  manyServos,
  pinCapability,
  i2cPins,
  i2cAddress,
  i2cPullup,
  i2cSpeed,
  spiCs,
  spiDir,
  uartCross,
  onewire,
  levelMargin,
  neopixel,
  strapping,
  floatingInput,
  shortedPart,
  battery,
  openContacts,
  notChecked,
  decoupling,
  dangling,
  requirement,
  budget,
];
