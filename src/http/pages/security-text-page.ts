// /.well-known/security.txt (RFC 9116): where to report a vulnerability of this hub, from its configuration.
import { NOT_FOUND, textReply } from '../answer.ts';
import { open } from '../spine.ts';

/** 404 when it is not configured or has expired. */
export const securityTextPage = open({
  method: 'get',
  path: '/.well-known/security.txt',
  counted: null,
  act: async ({ hub }) => {
    const { securityContact } = hub.config;
    if (securityContact === null || securityContact.expires <= hub.clock.now()) {
      return { ok: false, refusal: NOT_FOUND };
    }
    const { contacts, expires, policy } = securityContact;
    const lines = [
      ...contacts.map((contact) => `Contact: ${contact}`),
      `Expires: ${expires.toISOString()}`,
      ...(policy === null ? [] : [`Policy: ${policy}`]),
    ];
    return { ok: true, value: textReply(`${lines.join('\n')}\n`) };
  },
});
