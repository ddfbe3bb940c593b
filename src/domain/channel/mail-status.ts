// Whose fault it is that a mail was refused for good, by its enhanced status (RFC 3463). One rule for what a mail server answers at
// once and for what comes back later.

/**
 * ADDRESS: there is no such mailbox, or it is of nobody any more. SENDER: this hub may not send there, by a policy, its
 * authentication or a relay (X.7.Y, X.1.7, X.1.8). OTHER: anything else, such as a full mailbox or a domain that is away.
 */
export type MailBlame = 'ADDRESS' | 'SENDER' | 'OTHER';

const OF_ADDRESS = /^5\.(?:1\.(?:[1-6]|10)|2\.1)$/;
const OF_SENDER = /^[45]\.(?:7\.\d{1,3}|1\.[78])$/;

/** Null: nothing says it. Then it is not taken for the fault of the address. */
export const blameOf = (status: string | null): MailBlame => {
  if (status === null) return 'OTHER';
  if (OF_ADDRESS.test(status)) return 'ADDRESS';
  return OF_SENDER.test(status) ? 'SENDER' : 'OTHER';
};
