// /.well-known/security.txt (RFC 9116): whom to tell of a weakness of this hub, as its operator has set it.
import type { Request, Response } from 'express';
import type { Hub } from '../hub.ts';
import { sendText } from './answer.ts';
import { notFoundPage } from './pages.ts';

/** Not there when nothing is set, and no longer there once it has expired. */
export const securityTextPage =
  (hub: Pick<Hub, 'config' | 'clock'>) =>
  (request: Request, response: Response): void => {
    const { securityContact } = hub.config;
    if (securityContact === null || securityContact.expires <= hub.clock.now()) {
      notFoundPage(request, response);
      return;
    }
    const { contacts, expires, policy } = securityContact;
    const lines = [
      ...contacts.map((contact) => `Contact: ${contact}`),
      `Expires: ${expires.toISOString()}`,
      ...(policy === null ? [] : [`Policy: ${policy}`]),
    ];
    sendText(response, 200, 'text/plain; charset=utf-8', `${lines.join('\n')}\n`);
  };
