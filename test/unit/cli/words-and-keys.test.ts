// What a person types: words in any case and nearly right, times, languages of the terminal, and keys that must not do by
// accident what cannot be taken back.
import { describe, expect, test } from '@jest/globals';
import { Command } from 'commander';
import fc from 'fast-check';
import { languagesOf } from '../../../src/cli/client/reading-language.ts';
import { sinceOf } from '../../../src/cli/client/since.ts';
import { inOrder, type ListedDelivery } from '../../../src/cli/delivery/list-deliveries.ts';
import { choiceOption } from '../../../src/cli/terminal/choices.ts';
import { nearestOf } from '../../../src/cli/terminal/nearest.ts';
import { table } from '../../../src/cli/terminal/table.ts';
import { keyReader } from '../../../src/cli/watch/keys.ts';
import { SECTORS } from '../../../src/domain/sector.ts';
import { SEVERITIES } from '../../../src/domain/warning.ts';

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
    expect(() => parse('--tlp', 'red')).toThrow('Allowed: clear, amber, amber+strict.');
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
    for (const wrong of ['yesterday', '2', 'd', '-2d', '2026-13-45', ''])
      expect(() => sinceOf(wrong, now)).toThrow('Write 30m');
  });

  test('the language of the terminal', () => {
    expect(languagesOf({}, { LANG: 'pt_BR.UTF-8' })).toEqual(['pt-BR']);
    expect(languagesOf({}, { LANG: 'de_DE@euro', LC_ALL: 'fr_FR' })).toEqual(['fr-FR']);
    for (const LANG of ['C', 'POSIX', 'C.UTF-8', '', 'not a locale'])
      expect(languagesOf({}, { LANG })).toEqual([]);
    expect(languagesOf({ language: ['ar'] }, { LANG: 'pt_BR' })).toEqual(['ar']);
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
