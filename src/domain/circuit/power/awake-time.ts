/**
 * Seconds that a sleeping device is awake per wake: long enough to start, measure and read the display. The sketch waits so long and the
 * battery life counts so much.
 */
export const awakeSeconds = 6;
