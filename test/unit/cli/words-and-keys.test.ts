// What a person types: words in any case and nearly right, times, languages of the terminal, and keys that must not do by
// accident what cannot be taken back.
import { describe, expect, test } from '@jest/globals';
import { Command } from 'commander';
import fc from 'fast-check';
import { languagesOf } from '../../../src/cli/client/reading-language.ts';
import { sinceOf } from '../../../src/cli/client/since.ts';
import { inOrder, type ListedDelivery } from '../../../src/cli/delivery/list-deliveries.ts';
import { choiceOption } from '../../../src/cli/terminal/choices.ts';
import { meant } from '../../../src/cli/terminal/nearest.ts';
import { table } from '../../../src/cli/terminal/table.ts';
import { keyReader } from '../../../src/cli/watch/keys.ts';
import { openShown } from '../../../src/cli/watch/shown.ts';
import { nearestOf } from '../../../src/domain/likeness/nearest.ts';
import { SECTORS } from '../../../src/domain/sector.ts';
import { SEVERITIES, URGENCIES } from '../../../src/domain/warning.ts';

const parse = (...args: string[]): Record<string, unknown> => {
  const command = new Command('x').exitOverride().configureOutput({ writeErr: () => undefined });
  command.addOption(choiceOption('--severity <severity...>', 'only these', SEVERITIES));
  command.addOption(choiceOption('--tlp <label>', 'only this', ['CLEAR', 'AMBER', 'AMBER+STRICT']));
  return command.parse(args, { from: 'user' }).opts();
};

describe('words', () => {
  test('an option takes a word as the screen shows it, in whatever case', () => {
    expect(parse('--severity', 'SEVERE', 'extreme')).toEqual({ severity: ['severe', 'extreme'] });
    expect(parse('--tlp', 'TLP:AMBER+STRICT')).toEqual({ tlp: 'amber+strict' });
    expect(() => parse('--severity', 'sever')).toThrow('Did you mean severe?');
    expect(() => parse('--severity', 'HIGH')).toThrow('Did you mean severe?');
    expect(() => parse('--tlp', 'red')).toThrow('Allowed: clear, amber, amber+strict.');
  });

  test('an everyday word names those that are meant', () => {
    const sectors = SECTORS.map(({ id }) => id);
    const said = (word: string, known: readonly string[]) =>
      meant(word, known).replace(/^ Did you mean /, '');
    expect(said('HIGH', SEVERITIES)).toBe('SEVERE?');
    expect(said('soon', URGENCIES)).toBe('EXPECTED?');
    expect(said('urgent', URGENCIES)).toBe('IMMEDIATE?');
    expect(said('water', sectors)).toBe('transport/water, drinking-water or waste-water?');
    expect(said('electricity', sectors)).toBe('energy/electricity?');
    expect(said('power', sectors)).toBe('energy/electricity?');
    expect(said('drinking-watr', sectors)).toBe('drinking-water?');
    expect(said('acton', ['actions', 'audience'])).toBe('actions?');
    expect(said('zzz', sectors)).toBe('');
    // An everyday word means nothing where none of its words is known.
    expect(said('high', URGENCIES)).toBe('');
  });

  test('one wrong letter still names the sector that was meant, and nonsense names none', () => {
    const ids = SECTORS.map(({ id }) => id);
    for (const id of ids.filter((each) => each.length > 5)) {
      const missing = id.slice(0, 3) + id.slice(4);
      const swapped = id.slice(0, 1) + id[2] + id[1] + id.slice(3);
      for (const wrong of [missing, swapped, id.toUpperCase()])
        expect([wrong, nearestOf(wrong, ids)]).toEqual([wrong, id]);
    }
    expect(nearestOf('qqqqqqqq', ids)).toBeNull();
  });

  test('a time span or a date', () => {
    const now = Date.parse('2026-11-29T12:00:00Z');
    expect(sinceOf('2d', now).toISOString()).toBe('2026-11-27T12:00:00.000Z');
    expect(sinceOf('90M', now).toISOString()).toBe('2026-11-29T10:30:00.000Z');
    expect(sinceOf('2026-11-28').toISOString()).toBe('2026-11-28T00:00:00.000Z');
    expect(sinceOf('2026-11-28T08:00+01:00').toISOString()).toBe('2026-11-28T07:00:00.000Z');
    const noInstants = [
      '2026-13-45',
      '2026-02-30',
      '2026-11-30 08:00',
      '2026-11-30T08:00:00',
      '2026-02-30T08:00Z',
    ];
    for (const wrong of ['yesterday', '2', 'd', '-2d', '', ...noInstants])
      expect(() => sinceOf(wrong, now)).toThrow('Write 30m');
  });

  test('the language of the terminal', () => {
    expect(languagesOf({}, { LANG: 'pt_BR.UTF-8' })).toEqual(['pt-BR']);
    expect(languagesOf({}, { LANG: 'de_DE@euro', LC_ALL: 'fr_FR' })).toEqual(['fr-FR']);
    for (const LANG of ['C', 'POSIX', 'C.UTF-8', '', 'not a locale'])
      expect(languagesOf({}, { LANG })).toEqual([]);
    expect(languagesOf({ language: ['ar'] }, { LANG: 'pt_BR' })).toEqual(['ar']);
  });

  test('a table too wide for a terminal keeps every word, on lines below', () => {
    const rows = [
      ['2030', 'aldermark-cyber-agency', 'the pumps stop'],
      ['2031', 'x', ''],
    ];
    expect(table(['BY', 'WHO', 'HEADLINE'], rows, null).split('\n')).toEqual([
      'BY    WHO                     HEADLINE',
      '2030  aldermark-cyber-agency  the pumps stop',
      '2031  x',
    ]);
    expect(table(['BY', 'WHO', 'HEADLINE'], rows, 30).split('\n')).toEqual([
      'BY    WHO',
      '  HEADLINE',
      '2030  aldermark-cyber-agency',
      '  the pumps stop',
      '2031  x',
    ]);
    expect(table(['BY', 'WHO', 'HEADLINE'], rows, 12).split('\n').join(' ')).toMatch(/the pumps +stop/);
  });

  test('wide characters are aligned', () => {
    const [head, one, other] = table(
      ['NAME', 'X'],
      [
        ['水道局', 'a'],
        ['water', 'b'],
      ],
    ).split('\n');
    expect([head, one, other]).toEqual(['NAME    X', '水道局  a', 'water   b']);
  });
});

describe('keys', () => {
  const run = (...typed: string[]): string[] => {
    const done: string[] = [];
    const read = keyReader({
      answer: (answer) => done.push(`answer ${answer}`),
      choose: (number) => done.push(`choose ${number}`),
      explain: () => done.push('explain'),
      askForHelp: () => {
        done.push('ask');
        return true;
      },
      confirmHelp: () => done.push('answer NEED_HELP'),
      keepQuiet: () => done.push('quiet'),
      quit: () => done.push('quit'),
    });
    for (const each of typed) read(each);
    return done;
  };

  test('h asks first; only y sends it', () => {
    expect(run('h', 'y')).toEqual(['ask', 'answer NEED_HELP']);
    expect(run('h', 'n', 'y')).toEqual(['ask', 'quiet', 'answer AFFECTED']);
    expect(run('h', 'h', 'y')).toEqual(['ask', 'quiet', 'answer AFFECTED']);
    expect(run('?', 'A', '3', 'q')).toEqual(['explain', 'answer null', 'choose 3', 'quit']);
    expect(run('i', 'n', 'y', 'd')).toEqual([
      'answer INVESTIGATING',
      'answer NOT_AFFECTED',
      'answer AFFECTED',
      'answer ACTED',
    ]);
    expect(run('h', '\u0003')).toEqual(['ask', 'quit']);
  });

  test('no sequence of keys asks for help without an h directly followed by a y', () => {
    const key = fc.constantFrom(
      'h',
      'y',
      'a',
      'n',
      'd',
      '?',
      '1',
      'x',
      'H',
      'Y',
      ' ',
      '\r',
      'hy',
      '\u001b[A',
    );
    fc.assert(
      fc.property(fc.array(key, { maxLength: 40 }), (typed) => {
        const asked = run(...typed).filter((each) => each === 'answer NEED_HELP').length;
        const pairs = typed.filter(
          (each, at) => each.toLowerCase() === 'y' && typed[at - 1]?.toLowerCase() === 'h',
        );
        return asked <= pairs.length;
      }),
    );
  });
});

describe('an arrival never moves what a key acts on', () => {
  const SAID: Readonly<Record<string, string>> = { a: 'SEEN', n: 'NOT_AFFECTED', y: 'AFFECTED', d: 'ACTED' };
  const key = (letter: string) => letter;
  const arrival = (at: number) => ({ at });
  type Step = ReturnType<typeof key | typeof arrival>;

  type Sent = { warning: string; answer?: string; expectedVersion?: number };
  const versionOf = (id: string): number => Number(id.slice(1)) + 100;

  /** What is sent, as `id answer`, and the reminder after each arrival. */
  const watch = async (steps: readonly Step[]) => {
    const sent: string[] = [];
    const reminders: (string | null)[] = [];
    const numbers: number[] = [];
    const client = {
      ask: async (_: string, { input }: { input: Sent }) => {
        // Of the version that stands on the screen, whatever else has arrived.
        if (input.expectedVersion !== versionOf(input.warning)) throw new Error('another version');
        sent.push(`${input.warning} ${input.answer ?? 'SEEN'}`);
        return { acknowledgeWarning: { delivery: { answer: input.answer ?? 'SEEN' }, refusals: [] } };
      },
    };
    const shown = openShown(client as never);
    const read = keyReader({ ...shown, quit: () => undefined });
    const writes = [process.stdout, process.stderr].map((stream) => [stream, stream.write] as const);
    for (const [stream] of writes) stream.write = () => true;
    try {
      for (const step of steps)
        if (typeof step === 'string') read(step);
        else {
          const warning = {
            id: `w${step.at}`,
            version: versionOf(`w${step.at}`),
            headline: `Headline ${step.at}`,
            publisher: { name: 'Agency' },
          };
          numbers.push(shown.add({ ...warning, myDelivery: null } as never));
          reminders.push(shown.reminder());
        }
      // What is printed once an answer was accepted.
      await new Promise(setImmediate);
    } finally {
      for (const [stream, write] of writes) stream.write = write;
    }
    return { sent, reminders, numbers };
  };

  test('help is asked for where the question was, though others arrive before the y', async () => {
    const { sent, reminders } = await watch([arrival(1), key('h'), arrival(2), key('y')]);
    expect(sent).toEqual(['w1 NEED_HELP']);
    expect(reminders[1]).toBe(
      '  Ask Agency for help with [1] Headline 1? y sends it; any other key does not.',
    );
  });

  test.each(['a', 'n', 'y', 'd'])(
    '%s answers the first of a batch, or the one that was chosen',
    async (letter) => {
      const said = SAID[letter];
      const { sent, reminders } = await watch([
        arrival(1),
        arrival(2),
        arrival(3),
        key(letter),
        key('3'),
        arrival(4),
        key(letter),
      ]);
      expect(sent).toEqual([`w1 ${said}`, `w3 ${said}`]);
      expect(reminders).toEqual([
        null,
        '  The keys act on [1] Headline 1; 2 selects this one.',
        '  The keys act on [1] Headline 1; 3 selects this one.',
        '  The keys act on [3] Headline 3; 4 selects this one.',
      ]);
    },
  );

  test('nor do so many that their numbers begin again: the selected one keeps its own', async () => {
    const many = Array.from({ length: 30 }, (_, at) => arrival(at + 1));
    const { sent, numbers } = await watch([...many, key('h'), ...many, key('y'), key('1'), key('d')]);
    expect(sent).toEqual(['w1 NEED_HELP', 'w1 ACTED']);
    expect(numbers.slice(0, 11)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 2, 3]);
  });

  test('by rule: each key answers what was selected by a number, or the first', async () => {
    const step = fc.oneof(
      fc.nat({ max: 99 }).map(arrival),
      fc.constantFrom('h', 'y', 'a', 'n', 'd', '1', '2', '3', '9'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const slots = new Map<string, string>();
        const { sent, numbers } = await watch(steps);
        const wanted: string[] = [];
        const given = [...numbers];
        let target: string | null = null;
        let asked: string | null = null;
        for (const each of steps) {
          if (typeof each !== 'string') {
            slots.set(String(given.shift()), `w${each.at}`);
            target ??= `w${each.at}`;
          } else if (asked !== null) {
            if (each === 'y') wanted.push(`${asked} NEED_HELP`);
            asked = null;
          } else if (each === 'h') asked = target;
          else if (/\d/.test(each)) target = slots.get(each) ?? target;
          else if (target !== null) wanted.push(`${target} ${SAID[each]}`);
        }
        expect(sent).toEqual(wanted);
      }),
    );
  });
});

test('who needs help comes first, then who has not answered, whatever a former version was answered', () => {
  const listed = (slug: string, answer: string | null, former: string | null = null): ListedDelivery =>
    ({
      member: { slug, country: 'XA' },
      answer,
      answers: former === null ? [] : [{ answer: former, version: 1 }],
    }) as never;
  const order = [
    listed('e', 'NOT_AFFECTED'),
    listed('d', null),
    listed('c', 'AFFECTED'),
    listed('b', null, 'NEED_HELP'),
    listed('a', 'NEED_HELP'),
    listed('f', 'SEEN'),
  ]
    .toSorted(inOrder)
    .map(({ member }) => member.slug);
  expect(order).toEqual(['a', 'b', 'c', 'd', 'f', 'e']);
});
