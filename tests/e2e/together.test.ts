import { expect, it } from "vitest";
import { company, write } from "./company.ts";
import { goal, Person } from "./person.ts";

it("[USE-88] two people see a design grow to its fourth revision in step, while a third stays at a version that a link led to", {
  timeout: 240_000,
}, async (test) => {
  const { mara, jonas } = await company(test, { mara: "desktop", jonas: "phone" });
  const id = mara.chatId;
  await mara.say(goal);
  await Promise.all([mara.answered(1), jonas.answered(1)]);
  const { token } = await write(mara, `POST /api/chats/${id}/invitations`, { role: "viewer" });
  const third = await Person.arrive(test);
  await write(third, `POST /api/invitations/${token}/accept`);
  await third.page.goto(`/chat/${id}/artifact/bom/version/1`);
  const lines = third.bench.locator(".parts-table");
  await lines.getByText("BME280 module").first().waitFor();
  // Each of the two changes it in turn, in words and by hand; both benches show the same revision each time.
  const bothSee = async (revision: number, part: string) => {
    for (const person of [mara, jonas]) {
      await person.openTab("Parts");
      await person.bench.locator(".parts-table").getByText(part).first().waitFor();
      await person.bench.getByRole("tab", { name: `History r${revision}` }).waitFor();
    }
  };
  await jonas.show("Chat");
  await jonas.say("@ohm use a DHT22 instead");
  await bothSee(2, "DHT22 module");
  const { parts } = await mara.design();
  const sensor = parts.find(({ catalogId }) => catalogId?.startsWith("dht22"))?.id;
  await write(mara, `POST /api/chats/${id}/design/swap`, { partId: sensor, catalogId: "bme280", expectedHead: 2 });
  await bothSee(3, "BME280 module");
  await mara.say("@ohm add a buzzer");
  await bothSee(4, "uzzer");
  const revisions = async (person: Person) => (await person.stored(`/api/chats/${id}/design/revisions`)).items;
  expect(await revisions(jonas)).toEqual(await revisions(mara));
  expect((await revisions(mara)).map(({ author }: { author: { kind: string } }) => author.kind)).toEqual([
    ...["agent", "user", "agent", "agent"],
  ]);
  // Who came by the link is where it led, and is told that there is more.
  await third.page.getByRole("note").filter({ hasText: "You are looking at revision 1." }).waitFor();
  await lines.getByText("BME280 module").first().waitFor();
  expect(await lines.getByText("uzzer").count()).toBe(0);
  for (const person of [mara, jonas, third]) expect(person.troubles).toEqual([]);
});
