/** What wrangler.toml binds and which variables may be set. `deps.ts` is the only place that turns it into ports. */
declare global {
  namespace Cloudflare {
    interface Env {
      DB: D1Database;
      ROOMS: DurableObjectNamespace<import("./chat-room.ts").ChatRoom>;
      DESIGN_DESK: DurableObjectNamespace<import("./design-desk.ts").DesignDesk>;
      PASSWORD_DESK: DurableObjectNamespace<import("./password-desk.ts").PasswordDesk>;
      ADDRESS_COUNTERS: DurableObjectNamespace<import("./address-counter.ts").AddressCounter>;
      JOBS: DurableObjectNamespace<import("./jobs/job-runner.ts").JobRunner>;
      JOB_QUEUE: Queue<{ jobId: string }>;
      RATE_DESIGN: RateLimit;
      RATE_MESSAGES: RateLimit;
      RATE_CHATS: RateLimit;
      RATE_UPGRADES: RateLimit;
      RATE_SIGN_INS: RateLimit;
      RATE_INVITATIONS: RateLimit;
      RATE_TOKENS: RateLimit;
      RATE_RECOUNTS: RateLimit;
      RATE_PROFILES: RateLimit;
      BETTER_AUTH_SECRET?: string;
      PUBLIC_URL?: string;
      OHM_LIMITS?: string;
      OHM_SIGNUP?: string;
      OPENAI_API_KEY?: string;
    }
    interface GlobalProps {
      mainModule: typeof import("./index.ts");
    }
  }
}

/** The Worker's bindings and variables. */
export type Env = Cloudflare.Env;
