/** The closed list of error codes, for HTTP and the socket alike. */
export const errorCodes = [
  "unauthenticated",
  "forbidden",
  "not_found",
  "invalid",
  "too_large",
  "conflict",
  "head_moved",
  "rate_limited",
  "over_budget",
  "unsupported",
  "upstream_failed",
  "unavailable",
  "internal",
] as const;
export type ErrorCode = (typeof errorCodes)[number];

interface ErrorKind {
  /** HTTP status; `unsupported` is 415 for a content type and 422 otherwise, set where it is thrown. */
  status: number;
  /** Whether the same request may succeed later. */
  retryable: boolean;
  /** Safe for anybody to read. */
  title: string;
}

/** One row per code: a missing row does not compile. */
export const errorKinds: Record<ErrorCode, ErrorKind> = {
  unauthenticated: { status: 401, retryable: false, title: "Sign in or start a chat first" },
  forbidden: { status: 403, retryable: false, title: "You may not do this here" },
  not_found: { status: 404, retryable: false, title: "Nothing here" },
  invalid: { status: 400, retryable: false, title: "The request does not have the right form" },
  too_large: { status: 413, retryable: false, title: "Too large" },
  conflict: { status: 409, retryable: false, title: "It conflicts with what is stored" },
  head_moved: { status: 409, retryable: true, title: "The design has changed in the meantime" },
  rate_limited: { status: 429, retryable: true, title: "Too many requests; wait a moment" },
  over_budget: { status: 402, retryable: false, title: "The budget for model calls is used up" },
  unsupported: { status: 422, retryable: false, title: "Not supported" },
  upstream_failed: { status: 502, retryable: true, title: "A service that this needs did not answer" },
  unavailable: { status: 503, retryable: true, title: "Not available right now" },
  internal: { status: 500, retryable: true, title: "Something went wrong on our side" },
};

/** One wrong field of a request: `path` is dotted, empty for the whole. */
export interface FieldError {
  path: string;
  message: string;
}

interface OhmErrorOptions {
  status?: number;
  retryAfterMs?: number;
  /** The current head, with `head_moved`. */
  head?: number;
  errors?: FieldError[];
  cause?: unknown;
}

/** The one error that crosses layers: a code of the closed list and a detail that anybody may read. */
export class OhmError extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly retryAfterMs: number | undefined;
  readonly head: number | undefined;
  readonly errors: FieldError[] | undefined;

  constructor(code: ErrorCode, detail: string, options: OhmErrorOptions = {}) {
    super(detail, { cause: options.cause });
    this.name = "OhmError";
    this.code = code;
    this.status = options.status ?? errorKinds[code].status;
    this.retryAfterMs = options.retryAfterMs;
    this.head = options.head;
    this.errors = options.errors;
  }
}
