// A world whose every text is hostile, for the views of sound-views.ts, in which sound-looks.ts looks for what is wrong.
// test/prove/suites/console/console-views.ts looks at all of it.
import type { Browser } from 'playwright-core';
import { personIdOf } from '../../../src/domain/access/former-name.ts';
import type { EndpointState } from '../../../src/domain/channel/endpoint.ts';
import { onOneLine } from '../../../src/domain/reading/seen-text.ts';
import { MOST_TRIALS } from '../../../src/domain/record/trial.ts';
import { acknowledgeWarning } from '../../../src/service/delivery/acknowledge-warning.ts';
import { saveDraft } from '../../../src/service/draft/keep-drafts.ts';
import { tryOne } from '../../../src/service/job/try-each.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { recallWarning } from '../../../src/service/warning/recall/recall-warning.ts';
import { plantEndpoint } from '../channels/endpoints.ts';
import { openBrowser } from '../chromium/open-browser.ts';
import { openTestEndpoint, type TestEndpoint } from '../endpoint.ts';
import { draft } from '../hub.ts';
import { good } from '../outcome.ts';
import { subscriptionWith } from '../subscription/subscriptions.ts';
import { buildTheConsole } from './build.ts';
import { plantHostileObjects } from './hostile/objects.ts';
import { plantHostilePartnership } from './hostile/partnership.ts';
import { HOSTILE } from './hostile/texts.ts';
import { plantHostileVersions } from './hostile/versions.ts';
import { actorWith, keyWith } from './people.ts';
import { type View, viewsIn } from './sound-views.ts';

export type SoundWorld = {
  readonly endpoint: TestEndpoint;
  readonly browser: Browser;
  /** How many texts the partnership has. */
  readonly planted: number;
  /** Of the warnings, each of other texts. */
  readonly ids: readonly string[];
  /** Every view. */
  readonly views: readonly View[];
  /** A view as the publisher sees it. */
  viewOf(path: string): View;
  close(): Promise<void>;
};

const text = (at: number): string => HOSTILE[at % HOSTILE.length] ?? '';
/** For what has one line, in which the hub takes no break and no mark of direction. */
const line = (at: number): string => onOneLine(text(at));

const hostileDraft = (at: number) =>
  draft({
    headline: line(at).slice(0, 140),
    summary: text(at + 1),
    actions: [
      { text: text(at + 2).slice(0, 500), by: '2030-01-01T12:00:00.000Z' },
      { text: text(at + 3).slice(0, 500), by: null },
    ],
    contacts: [
      {
        name: line(at + 4).slice(0, 120),
        number: line(at + 5).slice(0, 120),
        hours: line(at + 6).slice(0, 120),
      },
    ],
    translations: [
      { language: 'ar', headline: line(at + 7).slice(0, 140), summary: text(at + 8), actions: [] },
    ],
    externalReferences: [{ source: line(at + 9).slice(0, 400), id: text(at + 10).slice(0, 400), url: null }],
  });

export const openSoundWorld = async (): Promise<SoundWorld> => {
  buildTheConsole();
  const endpoint = await openTestEndpoint({ clock: { now: () => new Date() } });
  const ids = await publishHostile(endpoint);
  const key = await endpoint.token('cyberAgency', 'publisher');
  const reader = await endpoint.token('northGrid', 'analyst');
  const log = await plantDelivery(endpoint);
  await plantDrafts(endpoint);
  await plantFailures(endpoint);
  const objects = await plantHostileObjects(endpoint);
  const versions = await plantHostileVersions(endpoint);
  const planted = await plantHostilePartnership(endpoint, await actorWith(endpoint, ADMIN));
  const admin = await keyWith(endpoint, ADMIN);
  const views = viewsIn({ ids, log, objects, versions }, { publisher: key, reader, admin });
  const browser = await openBrowser();
  const viewOf = (path: string): View => ({ path, key, shown: 'h1' });
  const close = async (): Promise<void> => {
    await browser.close();
    await endpoint.close();
  };
  return { endpoint, browser, planted, ids, views, viewOf, close };
};

/** The views of administration are looked at as somebody who administers a member and the hub. */
const ADMIN = {
  of: 'cyberAgency',
  person: 'cyber-agency/chief',
  roles: ['member-admin', 'manager', 'hub-operator'],
} as const;

const HOUR_MS = 3_600_000;

/** Work that was given up, whose failure says a hostile text, and such that is tried again. */
const plantFailures = async ({ hub: { entries, log, clock } }: TestEndpoint): Promise<void> => {
  const fail = (): Promise<never> => Promise.reject(new Error(text(0)));
  for (const [about, times] of [
    ['delivery--of-nobody', MOST_TRIALS],
    ['delivery--of-somebody', 1],
  ] as const) {
    const trial = { name: 'remind-member', about, subject: {}, exercise: null } as const;
    for (let left = times; left > 0; left -= 1) {
      // Each when it was due again after the one before.
      const at = new Date(clock.now().getTime() - left * HOUR_MS);
      await tryOne({ entries, log, clock: { now: () => at } }, trial, fail);
    }
  }
};

/** The first is recalled; two ask for help, and every one has an answer with a note. */
const publishHostile = async (endpoint: TestEndpoint): Promise<string[]> => {
  const { hub } = endpoint;
  const publisher = await endpoint.actor('cyberAgency');
  const analyst = await endpoint.actor('northGrid', 'analyst');
  const ids: string[] = [];
  for (let at = 0; at < HOSTILE.length; at += 5) {
    const published = await publishWarning(hub, publisher, hostileDraft(at));
    if (published.ok) ids.push(published.value.warning);
  }
  await endpoint.drain();
  for (const [at, warning] of ids.entries()) {
    const answer = at < 2 ? ('NEED_HELP' as const) : ('AFFECTED' as const);
    await acknowledgeWarning(hub, analyst, { warning, answer, note: text(at) });
  }
  const recall = { reason: text(0), whatToDo: text(1), language: 'en', expectedVersion: 1, id: ids[0] ?? '' };
  await recallWarning(hub, publisher, recall);
  await endpoint.drain();
  return ids;
};

/** Forms that the publisher has not finished, by every text that a label takes. */
const plantDrafts = async ({ hub, actor }: TestEndpoint): Promise<void> => {
  const publisher = await actor('cyberAgency');
  const content = JSON.stringify({ form: 'other' });
  for (let at = 0; at < HOSTILE.length; at += 6) {
    const label = text(at).slice(0, 200);
    const form = { seen: null, kind: 'WARNING', corrects: null, label, content } as const;
    if (label.isWellFormed()) good(await saveDraft(hub, publisher, form));
  }
};

/** Endpoints of the person in each state, and a subscription; returns the id of one that has a log. */
const plantDelivery = async (endpoint: TestEndpoint): Promise<string> => {
  const { hub } = endpoint;
  const person = personIdOf('cyber-agency/publisher');
  const states: readonly EndpointState[] = ['ACTIVE', 'UNPROVED', 'PAUSED', 'DISABLED'];
  const planted = [];
  for (const [at, state] of states.entries())
    planted.push(
      await plantEndpoint(endpoint, 'cyberAgency', {
        person,
        channel: 'MAIL',
        address: `${'w'.repeat(60)}.${at}@a-very-long-name-of-a-host-that-goes-on.example.org`,
        label: text(at * 7).slice(0, 80),
        state,
        cause: state === 'DISABLED' ? 'BOUNCED' : null,
        verifiedAt: state === 'UNPROVED' ? null : hub.clock.now(),
      }),
    );
  const [first] = planted;
  const member = first?.member ?? '';
  const subscription = subscriptionWith({
    id: `subscription--${hub.entropy.uuid()}`,
    endpoint: first?.id ?? '',
    member,
    person,
    name: text(12).slice(0, 80),
    filter: { text: 'w'.repeat(200), sectors: ['energy/electricity', 'health'] },
  });
  await hub.database.transaction((session) => hub.subscriptions.save(subscription, session));
  return first?.id ?? '';
};
