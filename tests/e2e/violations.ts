import { AxeBuilder } from "@axe-core/playwright";
import type { Person } from "./person.ts";

/** The rule is off by default, and speech control needs it. */
const alsoOn = { "label-content-name-mismatch": { enabled: true } };

/** What axe finds on the page now, in light and in dark, as `where, scheme: rule: element`. The page is light afterwards. */
export async function violations({ page }: Person, where: string): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    // Without frames of other origins axe can end in the page itself, which saves it a tab.
    const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ rules: alsoOn });
    const { violations: broken } = await axe.analyze();
    for (const { id, nodes } of broken)
      for (const { target, failureSummary } of nodes)
        found.push(`${where}, ${colorScheme}: ${id}: ${target.join(" ")} ${failureSummary}`);
  }
  return found;
}
