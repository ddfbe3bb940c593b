// Whoever asks for help is told whether the other side sees a number to call, and sees on the page of the warning who has the request and
// until when; whoever helps sees how to call back.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type Visit, visit } from '../../support/console/browser.ts';
import { closeConsole, OPENING_MS, openConsole } from '../../support/console/open-console.ts';
import { signedInAs } from '../../support/console/people.ts';
import type { TestEndpoint } from '../../support/endpoint.ts';
import { plantPersons } from '../../support/persons.ts';
import { freePort } from '../../support/processes.ts';
import { publishBy, to } from '../../support/publish.ts';

let endpoint: TestEndpoint;
let browser: Browser;
beforeAll(async () => {
  ({ endpoint, browser } = await openConsole({ env: { TOCSIN_PORT: String(await freePort()) } }));
}, OPENING_MS);
afterAll(closeConsole);

const leave = async ({ faults, close }: Visit): Promise<void> => {
  expect(faults).toEqual([]);
  await close();
};

const ANA = { of: 'northGrid', person: 'north-grid/ana', roles: ['analyst'] } as const;
const BEN = { of: 'riverWater', person: 'river-water/ben', roles: ['analyst'] } as const;
const NUMBER = '+999 1 555 0177';

test('both sides see how to call each other, and the warning says who has the request', async () => {
  const { hub } = endpoint;
  const contacts = [{ kind: 'MOBILE', value: NUMBER, visibleTo: 'COUNTERPARTS' } as const];
  await plantPersons(hub, [ANA.person], { roles: ANA.roles, contacts });
  const warning = await publishBy(endpoint, 'cyberAgency', { audience: to('northGrid', 'riverWater') });
  await endpoint.drain();
  const session = await signedInAs(endpoint, ANA);
  const asker = await visit(browser, `${hub.origin}/warning/${warning}`, { session });
  await asker.page.getByRole('button', { name: 'Need help', exact: true }).click();
  await asker.page.getByText(`Shown to those whose warnings you answer: ${NUMBER}`).waitFor();
  await asker.page.getByRole('button', { name: 'Yes, ask for help' }).click();
  const request = asker.page.locator('[data-case="OPEN"]');
  await request.getByText('Your request for help waits for Cyber Agency.').waitFor();
  await request.getByText(/To be taken within \d+ (min|hr)/).waitFor();
  await request.getByRole('link', { name: 'Requests for help' }).click();
  await asker.page.getByText('Named in the warning').waitFor();
  const duty = await visit(browser, `${hub.origin}/cases`, {
    key: await endpoint.token('cyberAgency', 'publisher'),
  });
  const card = duty.page.getByRole('article').filter({ hasText: 'North Grid' });
  await card.getByRole('link', { name: NUMBER }).waitFor();
  // A button that needs more says so, where it is written.
  await card.getByRole('button', { name: 'Add the note' }).click();
  await card.getByText('Fill this in').waitFor();
  await card.locator('textarea:focus').waitFor();
  await card.getByRole('button', { name: 'Hand over' }).click();
  await card.getByRole('button', { name: 'Hand over' }).click();
  await card.locator('input:focus').waitFor();
  await card.getByRole('button', { name: 'Take it' }).click();
  await card.getByText('Cyber Agency helps').waitFor();
  await asker.page.goto(`${hub.origin}/warning/${warning}`);
  await asker.page.getByText('Cyber Agency has taken your request for help.').waitFor();
  await leave(asker);
  // Somebody whom nobody could call is told before it asks, and so is whoever would call.
  const other = await visit(browser, `${hub.origin}/warning/${warning}`, {
    session: await signedInAs(endpoint, BEN),
  });
  await other.page.getByRole('button', { name: 'Need help', exact: true }).click();
  await other.page.getByText('They see no number of yours').waitFor();
  await other.page.getByRole('button', { name: 'Yes, ask for help' }).click();
  await other.page.locator('[data-case="OPEN"]').waitFor();
  await leave(other);
  await duty.page.reload();
  await duty.page
    .getByRole('article')
    .filter({ hasText: 'River Water' })
    .getByText('Nobody there shows you a number: ask for one in a note.')
    .waitFor();
  await leave(duty);
}, 90_000);
