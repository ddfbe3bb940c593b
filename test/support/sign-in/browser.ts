// A browser profile with a virtual authenticator.
import type { Browser, BrowserContext, Page } from 'playwright-core';

export type Device = { readonly context: BrowserContext; readonly page: Page; passkeys(): Promise<number> };

/** A browser profile of its own, with a screen lock that says yes. */
export const openDevice = async (browser: Browser): Promise<Device> => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    context,
    page,
    passkeys: async () =>
      (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length,
  };
};
