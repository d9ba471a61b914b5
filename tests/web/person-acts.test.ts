import { describe, expect, test } from "vitest";
import type { ChatRole } from "../../src/domain/chat/lists.ts";
import { createInvitationBody } from "../../src/protocol/people.ts";
import { withNewest } from "../../web/src/features/people/invitation-list.tsx";
import { invitationBody } from "../../web/src/features/people/people-store.ts";
import { invitedRoles, mustHandOver, personActs } from "../../web/src/features/people/person-acts.ts";
import type { Invitation } from "../../web/src/wire/read-invitations.ts";
import { readInvitations, readPreview } from "../../web/src/wire/read-invitations.ts";

const person = (role: ChatRole, guest = false) => ({ userId: `a ${role}`, name: "Jonas", role, joinedAt: 1, guest });
const by = (role: ChatRole | null, isReadOnly = false) => ({ selfId: "me", role, isReadOnly });
const none = { roles: [], handOver: false, remove: false, leave: false };

describe("[WEB-90] what is offered about a person", () => {
  test("is nothing to viewers and members, to strangers, and while the chat is in the trash", () => {
    for (const role of ["viewer", "member", null] as const)
      expect(personActs(person("viewer"), by(role))).toEqual(none);
    expect(personActs(person("member"), by("owner", true))).toEqual(none);
  });

  test("an admin moves and removes viewers and members, and nobody above", () => {
    const offered = { roles: ["viewer", "member"], handOver: false, remove: true, leave: false };
    expect(personActs(person("member"), by("admin"))).toEqual(offered);
    expect(personActs(person("viewer"), by("admin"))).toEqual(offered);
    expect(personActs(person("admin"), by("admin"))).toEqual(none);
    expect(personActs(person("owner"), by("admin"))).toEqual(none);
  });

  test("the owner moves everybody, hands over to people with an account, and makes no guest an admin", () => {
    const offered = { roles: ["viewer", "member", "admin"], handOver: true, remove: true, leave: false };
    expect(personActs(person("admin"), by("owner"))).toEqual(offered);
    expect(personActs(person("member", true), by("owner"))).toEqual({
      ...offered,
      roles: ["viewer", "member"],
      handOver: false,
    });
  });

  test("oneself one only leaves, and the owner does not", () => {
    const self = (role: ChatRole) => personActs({ ...person(role), userId: "me" }, by(role));
    for (const role of ["viewer", "member", "admin"] as const) expect(self(role)).toEqual({ ...none, leave: true });
    expect(self("owner")).toEqual(none);
  });
});

test("[WEB-92] that leaving needs a new owner is said where there can be one", () => {
  const self = { ...person("owner"), userId: "me" };
  expect(mustHandOver([self, person("viewer")], by("owner"))).toBe(true);
  expect(mustHandOver([self, person("member", true)], by("owner"))).toBe(false);
  expect(mustHandOver([self], by("owner"))).toBe(false);
  expect(mustHandOver([self, person("viewer")], by("owner", true))).toBe(false);
  expect(mustHandOver([self, person("viewer")], by("admin"))).toBe(false);
});

describe("[WEB-92] links that are asked for anew", () => {
  const link = (id: string, uses = 0): Invitation => ({
    ...{ id, token: "t", url: "u", role: "member", guests: true, maxUses: 2, expiresAt: null },
    ...{ uses, createdBy: "me", createdByName: "Mara", createdAt: 1 },
  });
  const standing = (...items: Invitation[]) => ({ items, nextCursor: "older", hasFailed: false });

  test("take the place of those of before, used-up ones go, and older ones that were shown stay", () => {
    const answer = { ok: true as const, value: { items: [link("d"), link("b", 1)], nextCursor: "after b" } };
    const now = withNewest(answer)(standing(link("c"), link("b"), link("a")));
    expect(now).toEqual(standing(link("d"), link("b", 1), link("a")));
    expect(withNewest(answer)(standing(link("c"), link("b"))).nextCursor).toBe("after b");
  });

  test("stay as they are where they cannot be had", () => {
    const now = standing(link("a"));
    expect(withNewest({ ok: false, problem: { code: null, detail: "" } })(now)).toBe(now);
  });
});

describe("[WEB-91] an invitation", () => {
  test("brings roles that its maker may give", () => {
    expect(invitedRoles(by("owner"))).toEqual(["viewer", "member", "admin"]);
    expect(invitedRoles(by("admin"))).toEqual(["viewer", "member"]);
    for (const role of ["member", "viewer", null] as const) expect(invitedRoles(by(role))).toEqual([]);
    expect(invitedRoles(by("owner", true))).toEqual([]);
  });

  test("is asked for in a form that the server takes, without guests as admins", () => {
    const chosen = { guests: true, isOnce: true, span: "day" } as const;
    const admin = invitationBody({ role: "admin", ...chosen }, 1000);
    expect(admin).toEqual({ role: "admin", guests: false, maxUses: 1, expiresAt: 86_401_000 });
    const member = invitationBody({ role: "member", guests: true, isOnce: false, span: "never" }, 1000);
    expect(member).toEqual({ role: "member", guests: true, maxUses: null, expiresAt: null });
    for (const body of [admin, member]) expect(createInvitationBody.safeParse(body).success).toBe(true);
  });

  test("that has not the form of one is none", () => {
    expect(readInvitations({ items: [{ id: "x" }], nextCursor: null })).toEqual({ items: [], nextCursor: null });
    expect(readInvitations([])).toBeNull();
    expect(readPreview({ chatId: "x", title: null, invitedBy: "Ada", role: "king", guests: true, joined: false })).toBe(
      null,
    );
  });
});
