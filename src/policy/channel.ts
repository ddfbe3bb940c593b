// What may go to an endpoint, by its marking and how it is encrypted. Above TLP:GREEN nothing that says what a warning is about
// leaves by clear mail or in the thin form: that something waits, and where, is all. What must be encrypted in transit goes by
// TLS or encrypted mail only.
import type { Endpoint } from '../domain/channel/endpoint.ts';
import type { Handling } from '../domain/handling.ts';
import { type EffectiveTlp, isAtMost } from '../domain/marking.ts';

/** CONTENT: all that the reader may read. SUMMARY: headline and grade. NOTICE: that something waits, and where. */
export type Carried = 'CONTENT' | 'SUMMARY' | 'NOTICE' | 'NOTHING';

type Way = Pick<Endpoint, 'channel' | 'form' | 'ceiling' | 'certificate'>;
type Marked = {
  readonly tlp: EffectiveTlp;
  readonly handling?: Pick<Handling, 'encryptInTransit'> | undefined;
};

/** A webhook is reached by TLS only; a mail is encrypted where its reader gave a certificate. */
export const isEncrypted = ({ channel, certificate }: Pick<Way, 'channel' | 'certificate'>): boolean =>
  channel === 'WEBHOOK' || certificate !== null;

export const carriedTo = (way: Way, { tlp, handling }: Marked): Carried => {
  if (!isEncrypted(way) && handling?.encryptInTransit === 'MUST') return 'NOTHING';
  if (!isAtMost(tlp, way.ceiling)) return 'NOTICE';
  if (way.form === 'FULL' && (isEncrypted(way) || isAtMost(tlp, 'GREEN'))) return 'CONTENT';
  return isAtMost(tlp, 'GREEN') ? 'SUMMARY' : 'NOTICE';
};
