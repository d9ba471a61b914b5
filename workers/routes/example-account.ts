import { exampleIds } from "./examples.ts";

const at = 1_795_383_600_000;

/** A person with an account, as they see themselves. */
export const exampleMe = {
  id: exampleIds.user,
  name: "Ada",
  guest: false,
  email: "ada@example.org",
  emailVerified: false,
  username: "ada",
  image: null,
  role: "user",
  preferences: { theme: "dark", language: "en" },
  createdAt: at,
};

/** An API key in the list. */
export const exampleKey = {
  id: "019aac6e-3c00-7000-8000-000000000006",
  name: "Bench script",
  start: "ohm_Jx7q",
  scopes: ["read"],
  lastUsedAt: null,
  expiresAt: null,
  createdAt: at,
};
