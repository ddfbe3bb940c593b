// The screens in docs/terminal are what the commands print at 80 columns. `npm run capture` writes them anew.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { columnsOf } from '../../../src/exchange/text/columns.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { bundleOf } from '../../support/objects.ts';
import { type Process, startProcess } from '../../support/processes.ts';
import { publishBy, to } from '../../support/publish.ts';
import { cancelBy, correctBy, practiceBy } from '../../support/world/further-versions.ts';

const FOLDER = path.join(import.meta.dirname, '../../../docs/terminal');

let at = Date.parse('2026-11-29T02:49:00.000Z');
let made = 0;
const uuidOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
/** Every run is the same: a clock that is set, and ids in order. */
const clock = { now: () => new Date(at) };
const entropy = {
  uuid: () => {
    made += 1;
    return uuidOf(made);
  },
  bytes: (count: number) => {
    made += 1;
    const bytes = Buffer.alloc(count);
    bytes.writeUInt32BE(made, Math.max(0, count - 4));
    return bytes;
  },
};
const minutes = (count: number): void => {
  at += count * 60_000;
};

const MADE_ID = /00000000-0000-4000-8000-\d{12}/g;
const places = new Map<string, string>();
/** As they appear, so that it makes no difference how many ids the hub draws that no screen shows. */
const numbered = (text: string): string =>
  text.replace(MADE_ID, (id) => {
    const place = places.get(id) ?? uuidOf(places.size + 1);
    places.set(id, place);
    return place;
  });

let world: TestEndpoint;
let env: NodeJS.ProcessEnv;
let watch: Process;
const ids = { corrected: '', cancelled: '', practice: '' };

const fixed = (type: string, number: number, more: object) => ({
  type,
  spec_version: '2.1',
  id: `${type}--00000000-0000-4000-9000-00000000000${number}`,
  created: '2026-11-28T00:00:00.000Z',
  modified: '2026-11-28T00:00:00.000Z',
  ...more,
});

const objects = () =>
  bundleOf(
    fixed('indicator', 1, {
      name: 'Command server of Pumpkill',
      pattern_type: 'stix',
      pattern: "[domain-name:value = 'updates.pumpkill.example'] OR [ipv4-addr:value = '198.51.100.7']",
      valid_from: '2026-11-28T00:00:00.000Z',
      valid_until: '2027-02-28T00:00:00.000Z',
    }),
    fixed('malware', 2, { name: 'Pumpkill', is_family: true }),
  );

const texts = {
  headline: 'Breakers opened remotely at two substations of the northern grid',
  summary:
    'The gateways of one maker accept commands without a password. Somebody used that last night to open breakers at two substations. Nobody was hurt; power is back.',
  actions: [
    { text: 'Take the gateway off the internet', by: '2026-11-29T12:00:00.000Z' },
    { text: 'Look for connections to the addresses below', by: null },
  ],
  translations: [
    {
      language: 'pt',
      headline: 'Disjuntores abertos à distância em duas subestações da rede do norte',
      summary: 'As portas de um fabricante aceitam comandos sem senha.',
      actions: ['Desliguem a porta da internet', 'Procurem ligações aos endereços abaixo'],
    },
  ],
  validUntil: '2026-12-24T00:00:00.000Z',
};

beforeAll(async () => {
  world = await openTestEndpoint({ clock, entropy });
  const none = `/tmp/tocsin-capture-${process.pid}`;
  env = {
    TOCSIN_URL: world.url,
    TOCSIN_KEY: await world.token('northGrid', 'analyst'),
    TZ: 'America/Sao_Paulo',
    LANG: 'C',
    LC_ALL: 'C',
    COLUMNS: '80',
    NO_COLOR: '1',
    FORCE_COLOR: '0',
    XDG_STATE_HOME: none,
    TOCSIN_DATA: none,
  };
  watch = startProcess('src/cli/main.ts', env, ['warning', 'watch', '--no-bell']);
  await watch.saw('Listening at');
  await playNight();
  await watch.kill('SIGTERM');
  rmSync(none, { recursive: true, force: true });
  minutes(30);
  ids.practice = await practiceBy(world, 'cyberAgency', { audience: to('northGrid') });
  const note = 'Two gateways; both are offline now.';
  const answered = startProcess('src/cli/main.ts', env, [
    'ack',
    ids.corrected,
    '--answer',
    'affected',
    '--note',
    note,
  ]);
  await answered.ended();
  // One screen asked alone has the numbers that it has among all.
  numbered(Object.values(ids).join(' '));
});

/** A false alarm, and one that grows worse. */
const playNight = async (): Promise<void> => {
  const by = 'cyberAgency';
  const audience = to('northGrid');
  ids.cancelled = await publishBy(world, by, {
    audience,
    headline: 'A stranger in the control room of a waterworks',
    severity: 'MODERATE',
    marking: 'AMBER',
    validUntil: null,
  });
  await watch.saw('A STRANGER');
  minutes(7);
  ids.corrected = await publishBy(world, by, { ...texts, audience, bundle: objects() });
  await watch.saw('BREAKERS');
  minutes(20);
  const worse = { ...texts, severity: 'EXTREME', bundle: objects() } as const;
  await correctBy(world, { by, id: ids.corrected, expectedVersion: 1 }, worse);
  await watch.saw('What has changed');
  minutes(5);
  const reason = 'It was the maintenance firm, which had not told the shift that it would come.';
  await cancelBy(world, { by, id: ids.cancelled, expectedVersion: 1 }, reason);
  await watch.saw('There is nothing to do any more.');
};

afterAll(() => world.close());

const run = async (...args: string[]): Promise<string> => {
  const command = startProcess('src/cli/main.ts', env, args);
  expect(await command.ended()).toBe(0);
  return `$ tocsin ${args.join(' ')}\n${command.said().join('\n')}\n`;
};

describe('docs/terminal', () => {
  const screens: readonly (readonly [name: string, screen: () => Promise<string>])[] = [
    ['feed', () => run('feed')],
    [
      'watch',
      async () =>
        `$ tocsin watch\n${watch
          .said()
          .join('\n')
          .replace(/ at http:\S+/, ' at http://127.0.0.1:4000.')}\n`,
    ],
    ['show', () => run('warning', 'show', ids.corrected)],
    ['cancelled', () => run('warning', 'show', ids.cancelled)],
    ['practice', () => run('warning', 'show', ids.practice)],
    ['indicators', () => run('indicator', 'list', ids.corrected, '--defang')],
  ];
  test.each(screens)('%s', async (name, screen) => {
    const text = numbered(stripVTControlCharacters(await screen()));
    expect(text.split('\n').filter((line) => columnsOf(line) > 80 && !line.startsWith('$'))).toEqual([]);
    const file = path.join(FOLDER, `${name}.txt`);
    if (process.env['TOCSIN_CAPTURE'] === '1') {
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(file, text);
    }
    expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(text);
  });
});
