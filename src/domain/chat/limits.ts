/**
 * Every limit of the product, in one place; `/api/ready` shows them. Sizes in bytes of UTF-8, times in ms.
 * Reasons: the platform's own caps (2 MB rows, 32 MiB frames) and the rates of quality.md.
 */
export const limits = {
  messageBytes: 32 * 1024,
  answerBytes: 64 * 1024,
  bodyBytes: 1024 * 1024,
  frameBytes: 64 * 1024,
  goalBytes: 4 * 1024,
  titleCharacters: 120,
  circuitParts: 500,
  circuitConnections: 2000,
  pageItems: 50,
  pageItemsMax: 200,
  socketsPerRoom: 2000,
  socketsPerActor: 20,
  framesPerSecond: 10,
  roomMessagesPerSecond: 200,
  backfillEvents: 2000,
  backfillBytes: 1024 * 1024,
  turnMs: 120_000,
  firstByteMs: 60_000,
  idleMs: 30_000,
  modelSteps: 12,
  repairs: 3,
  checkpointBytes: 2048,
  checkpointsPerAnswer: 20,
  waitSecondsMax: 45,
  messagesPerMinute: 60,
  messageBurst: 20,
  designsPerMinute: 240,
  guestsPerHour: 20,
} as const;
