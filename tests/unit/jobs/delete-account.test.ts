import { expect, it } from "vitest";
import { deleteAccount } from "../../../src/application/jobs/delete-account.ts";
import type { StepDeps } from "../../../src/application/jobs/job-steps.ts";
import type { Job } from "../../../src/application/jobs/jobs.ts";
import { VirtualClock } from "../room/virtual-clock.ts";

const row: Job = {
  id: "job",
  ownerId: "ada",
  chatId: null,
  kind: "delete_account",
  subject: "",
  input: '{"userId":"ada"}',
  state: "running",
  attempts: 1,
  done: 0,
  total: null,
  error: null,
  runAfter: 0,
  createdAt: 0,
  updatedAt: 0,
};

it("[AUTH-33] [JOB-5] a try that was cut off between a chat's rows and its room goes on with the room", async () => {
  const did: string[] = [];
  const chats = new Set(["own"]);
  let held: string | null = null;
  let cutOff = true;
  const deps: StepDeps = {
    clock: new VirtualClock(),
    rooms: {
      tend: async () => ({ seq: 0, end: 0 }),
      erase: async (chatId) => {
        if (cutOff) throw new Error("cut off");
        did.push(`erased ${chatId}`);
      },
    },
    tables: {
      person: async () => null,
      chatsOf: async () => ({ chatIds: [...chats], count: chats.size }),
      chatsIn: async () => [],
      unlinkUnborn: async () => undefined,
      renameUnborn: async () => undefined,
      handOver: async () => undefined,
      dropIdleGuest: async () => true,
      forgetPerson: async (userId) => void did.push(`forgot ${userId}`),
      removeChat: async (chatId) => {
        chats.delete(chatId);
        did.push(`removed ${chatId}`);
        return 0;
      },
      holdChat: async (_, chatId) => {
        held = chatId;
      },
      forgetChat: async () => {
        held = null;
      },
    },
  };
  const step = () => deleteAccount(deps)({ ...row, chatId: held });
  await step();
  await expect(step()).rejects.toThrow("cut off");
  cutOff = false;
  for (let more = true; more; ) more = (await step()).more;
  expect(did).toEqual(["removed own", "removed own", "erased own", "forgot ada"]);
});
