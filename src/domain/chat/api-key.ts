/** How many random bytes are in a key. */
export const keyBytes = 32;

/** The form of a key: `ohm_` and the base64url of its random bytes. */
export const keyForm = /^ohm_[A-Za-z0-9_-]{43}$/;

/** How much of a key its owner sees in the list, to tell keys apart: four letters after the prefix. */
export const keyStartCharacters = 8;
