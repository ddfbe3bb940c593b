// Which channel is carried by what, on one page. A new channel is a name in ENDPOINT_CHANNELS, a file with its carrier, and a row
// here.
import type { EndpointChannel } from '../../../domain/channel/endpoint.ts';
import type { Carry } from './carry.ts';
import { carryMail } from './carry-mail.ts';
import { carryWebhook } from './carry-webhook.ts';

export const CARRIERS: Readonly<Record<EndpointChannel, Carry>> = {
  MAIL: carryMail,
  WEBHOOK: carryWebhook,
};
