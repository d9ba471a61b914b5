import { expect, it } from "vitest";
import type { InvitationDesk, Invitee, StandingInvitation } from "../../../src/application/accept-invitation.ts";
import { acceptInvitation } from "../../../src/application/accept-invitation.ts";
import { OhmError } from "../../../src/domain/error/ohm-error.ts";
import { settle, VirtualClock } from "../room/virtual-clock.ts";

const invitation: StandingInvitation = {
  id: "i1",
  chatId: "c1",
  title: null,
  role: "member",
  guests: true,
  invitedBy: "ada",
  invitedByName: "Ada",
  createdAt: 1,
  joined: false,
  isKnown: false,
};

/** A desk with one invitation of so many places; `held` are those who have one. */
class TestDesk implements InvitationDesk {
  readonly held = new Set<string>();
  #invitation: StandingInvitation;
  #places: number;

  constructor(more: Partial<StandingInvitation> = {}, places = 1) {
    this.#invitation = { ...invitation, ...more };
    this.#places = places;
  }

  async standing({ userId }: { userId: string | null }): Promise<StandingInvitation | null> {
    const isHeld = userId !== null && this.held.has(userId);
    return isHeld || this.held.size < this.#places ? this.#invitation : null;
  }

  async claim({ userId }: { userId: string }): Promise<"taken" | "held" | "none"> {
    if (this.held.has(userId)) return "held";
    if (this.held.size >= this.#places) return "none";
    this.held.add(userId);
    return "taken";
  }

  async release({ userId }: { userId: string }): Promise<void> {
    this.held.delete(userId);
  }
}

function invitee(more: Partial<Invitee> = {}): Invitee {
  const role = "member" as const;
  const doors = {
    roleIn: async () => null,
    isWelcome: async () => true,
    join: async () => ({ role, isNew: true, byThis: true }),
  };
  return { userId: "eve", guest: false, ...doors, ...more };
}

function accept(desk: InvitationDesk, person: Invitee | null, guest = invitee({ userId: "guest", guest: true })) {
  const who = { visitor: async () => person, newGuest: async () => guest };
  return acceptInvitation({ desk, clock: new VirtualClock(), ...who }, "hash");
}

const code = (expected: string) => expect.objectContaining({ code: expected });

it("[PEOPLE-23] takes a place for who comes in, and keeps it for them", async () => {
  const desk = new TestDesk();
  expect(await accept(desk, invitee())).toEqual({ chatId: "c1", role: "member" });
  expect(await accept(desk, invitee())).toEqual({ chatId: "c1", role: "member" });
  await expect(accept(desk, invitee({ userId: "ben" }))).rejects.toThrow(code("not_found"));
  expect([...desk.held]).toEqual(["eve"]);
});

it("[PEOPLE-23] takes no place for who is in already, as the room says", async () => {
  const desk = new TestDesk({ joined: true });
  expect(await accept(desk, invitee({ roleIn: async () => "admin" }))).toEqual({ chatId: "c1", role: "admin" });
  expect(desk.held.size).toBe(0);
  // The lists lag behind the room: there nobody is let in for what they say.
  await accept(desk, invitee());
  expect([...desk.held]).toEqual(["eve"]);
});

it("[PEOPLE-23] gives a place back where the room does not need it, or refuses; a refusal is the one 404", async () => {
  const desk = new TestDesk();
  await accept(desk, invitee({ join: async () => ({ role: "viewer", isNew: false, byThis: false }) }));
  const refuse = (error: Error) => invitee({ join: () => Promise.reject(error) });
  await expect(accept(desk, refuse(new OhmError("not_found", "no such chat")))).rejects.toThrow("This invitation");
  await expect(accept(desk, refuse(new OhmError("conflict", "in the trash")))).rejects.toThrow("in the trash");
  expect(desk.held.size).toBe(0);
});

it("[PEOPLE-23] keeps the place of one person who accepts twice at once, whichever try gets in first", async () => {
  const desk = new TestDesk();
  const atTheDoor = Promise.withResolvers<void>();
  const join = async () => {
    await atTheDoor.promise;
    return { role: "member" as const, isNew: false, byThis: true };
  };
  const slow = accept(desk, invitee({ join }));
  await settle();
  await accept(desk, invitee());
  atTheDoor.resolve();
  await slow;
  expect([...desk.held]).toEqual(["eve"]);
  await expect(accept(desk, invitee({ userId: "ben" }))).rejects.toThrow(code("not_found"));
});

it("[PEOPLE-23] keeps the place where nobody knows whether the room let them in", async () => {
  const desk = new TestDesk();
  await expect(accept(desk, invitee({ join: () => Promise.reject(new Error("lost")) }))).rejects.toThrow("lost");
  expect([...desk.held]).toEqual(["eve"]);
  expect(await accept(desk, invitee())).toMatchObject({ role: "member" });
});

it("[PEOPLE-24] makes a guest only where the invitation stands and takes guests", async () => {
  const made = invitee({ userId: "guest", guest: true });
  const desk = new TestDesk();
  expect(await accept(desk, null, made)).toMatchObject({ role: "member" });
  const never = { ...made, join: () => Promise.reject(new Error("not to be asked")) };
  await expect(accept(desk, null, never)).rejects.toThrow(code("not_found"));
  await expect(accept(new TestDesk({ guests: false }), null, never)).rejects.toThrow(code("unauthenticated"));
  await expect(accept(new TestDesk({ guests: false }), never)).rejects.toThrow(code("forbidden"));
});
