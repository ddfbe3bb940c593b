// The form of a key that seals secrets: 32 bytes in base64 (TOCSIN_SECRETS_KEY).
const KEY_BYTES = 32;

export const isSecretsKey = (text: string): boolean =>
  /^[A-Za-z0-9+/]{43}=?$/.test(text) && Buffer.from(text, 'base64').length === KEY_BYTES;
