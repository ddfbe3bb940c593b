// Reading an advisory twice as large takes about twice the steps: vendors publish files with tens of thousands of products.
// Steps are counted, not timed: reads of the document, and texts put into lower case.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CsafAdvisory } from '../../../../src/exchange/csaf/document.ts';
import { draftOf } from '../../../../src/exchange/csaf/draft.ts';
import { contentFingerprint } from '../../../../src/exchange/csaf/fingerprint.ts';
import { parseCsaf } from '../../../../src/exchange/csaf/parse-csaf.ts';
import { beginning, withoutEnd } from '../../../../src/exchange/csaf/plain-text.ts';
import { frameOf } from '../../../../src/exchange/csaf/stix-shape.ts';
import { actionsOf } from '../../../../src/exchange/csaf-action/actions.ts';
import { failedTests } from '../../../../src/exchange/csaf-conformance/conformance.ts';
import { cyclesIn } from '../../../../src/exchange/csaf-conformance/product-tests.ts';
import { claimOf } from '../../../../src/exchange/csaf-grade/exploitation-words.ts';
import { gradingOf } from '../../../../src/exchange/csaf-grade/grading.ts';
import { fieldCase } from '../../../support/inputs/field-case.ts';

/** So many products, vulnerabilities, remedies, sentences and revisions, most of which name a few others. */
const advisory = (size: number): CsafAdvisory => {
  const whole = JSON.parse(fieldCase('15-csaf-no-tlp.json'));
  const each = <Made>(make: (at: number) => Made): Made[] =>
    Array.from({ length: size }, (_, at) => make(at));
  const id = (at: number): string => `P${at % size}`;
  whole.document.notes = [
    {
      category: 'general',
      title: 'News',
      text: each((at) => `Note ${at} is not about CVE-2026-${10_000 + at}.`).join('\n'),
    },
  ];
  whole.document.tracking.version = String(size);
  whole.document.tracking.revision_history = each((at) => ({
    date: new Date(Date.UTC(2026, 0, 1, 0, at)).toISOString(),
    number: String(at + 1),
    summary: 'Revision',
  }));
  whole.product_tree = {
    full_product_names: each((at) => ({ name: `Controller ${at}`, product_id: id(at) })),
    product_groups: each((at) => ({ group_id: `G${at}`, product_ids: [id(at), id(at + 1)] })),
    relationships: each((at) => ({
      category: 'installed_on',
      full_product_name: { name: `Set ${at}`, product_id: `R${at}` },
      product_reference: id(at),
      relates_to_product_reference: at === 0 ? 'P0' : `R${at - 1}`,
    })),
  };
  whole.vulnerabilities = [
    ...each((at) => ({
      cve: `CVE-2026-${10_000 + at}`,
      product_status: { known_affected: [id(at)], known_not_affected: [id(at + 1)] },
      threats: [{ category: 'exploit_status', details: 'none', group_ids: [`G${at}`] }],
      remediations: [
        { category: 'mitigation', details: `Update device ${at} as told.`, group_ids: [`G${at}`] },
      ],
    })),
    {
      cve: 'CVE-2025-10000',
      product_status: { known_not_affected: each(id) },
    },
    {
      cve: 'CVE-2025-10001',
      product_status: { known_affected: ['R0'], known_not_affected: each(id) },
      threats: each((at) => ({ category: 'exploit_status', details: 'none', product_ids: [id(at)] })),
    },
  ];
  const parsed = parseCsaf(JSON.stringify(whole));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.advisory;
};

/** The same value, each read of whose members is counted. */
const counted = <Value>(value: Value, count: () => void): Value =>
  typeof value !== 'object' || value === null
    ? value
    : new Proxy(value, {
        get: (target, key) => {
          count();
          return counted(Reflect.get(target, key) as unknown, count);
        },
      });

const stepsOf = (size: number, read: (advisory: CsafAdvisory) => unknown): number => {
  const whole = advisory(size);
  let steps = 0;
  const { toLowerCase } = String.prototype;
  String.prototype.toLowerCase = function lower(this: string) {
    steps += 1;
    return toLowerCase.call(this);
  };
  try {
    read(
      counted(whole, () => {
        steps += 1;
      }),
    );
  } finally {
    String.prototype.toLowerCase = toLowerCase;
  }
  return steps;
};

test.each([
  ['grade', gradingOf],
  ['actions', actionsOf],
  ['mandatory tests', failedTests],
  ['fingerprint', contentFingerprint],
] as const)('%s', (_, read) => {
  const [one, two] = [stepsOf(120, read), stepsOf(240, read)];
  expect(two / one).toBeLessThan(2.3);
});

/** What looks at each word closely reads the beginning of a text alone. */
test('notes of sectors and countries, contacts and remedies of any length', () => {
  const words = (times: number): string => 'no such sector '.repeat(times);
  const lowered = (times: number): number => {
    const whole = JSON.parse(fieldCase('15-csaf-no-tlp.json'));
    whole.document.notes = ['Critical infrastructure sectors', 'Countries/areas deployed'].map((title) => ({
      category: 'other',
      title,
      text: words(times),
    }));
    whole.document.publisher.contact_details = words(times);
    whole.vulnerabilities[0].remediations = [
      { category: 'workaround', details: words(times), product_ids: ['P1'] },
    ];
    const parsed = parseCsaf(JSON.stringify(whole));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const { advisory } = parsed;
    let steps = 0;
    const { toLowerCase } = String.prototype;
    String.prototype.toLowerCase = function lower(this: string) {
      steps += 1;
      return toLowerCase.call(this);
    };
    try {
      draftOf(advisory, frameOf(advisory, {}));
    } finally {
      String.prototype.toLowerCase = toLowerCase;
    }
    return steps;
  };
  const one = lowered(1_000);
  expect(one).toBeGreaterThan(200);
  expect(lowered(4_000)).toBeLessThan(one * 1.1);
});

test('what stands at the end of a text is taken off in one pass, and a beginning splits no character', () => {
  let looks = 0;
  const isDot = {
    test: (sign: string) => {
      looks += 1;
      return sign === '.';
    },
  };
  expect(withoutEnd(`${'.'.repeat(5_000)}x...`, isDot)).toBe(`${'.'.repeat(5_000)}x`);
  expect(looks).toBe(4);
  expect(withoutEnd('...', /\./)).toBe('');
  expect(beginning('ab😀cd', 3)).toBe('ab');
  expect(beginning('one two three', 9)).toBe('one two');
});

/** Characters that regular expressions were given to look at: of one that goes on, from where it does to what it finds. */
const looksAt = (sentence: string): number => {
  let looks = 0;
  const { exec } = RegExp.prototype;
  RegExp.prototype.exec = function look(this: RegExp, text: string) {
    const from = this.global ? this.lastIndex : 0;
    const found = exec.call(this, text);
    looks += (found === null ? text.length : found.index + found[0].length) - from;
    return found;
  };
  try {
    claimOf(sentence);
  } finally {
    RegExp.prototype.exec = exec;
  }
  return looks;
};

test.each([
  'active exploitation, ',
  'exploited ',
  'no exploitation of cve-1-1-1 ',
  'if it is exploited and ',
  'attacks in the wild which is ',
])('a sentence of "%s" over and over', (words) => {
  const [one, two] = [looksAt(words.repeat(150)), looksAt(words.repeat(300))];
  expect(one).toBeGreaterThan(words.length * 150);
  expect(two / one).toBeLessThan(2.3);
});

/** The same graph, each of whose look-ups is counted. */
class Counted extends Map<string, readonly string[]> {
  looks = 0;
  override get(id: string): readonly string[] | undefined {
    this.looks += 1;
    return super.get(id);
  }
}

test('by rule: products made of themselves are found, each looked at a few times', () => {
  const name = fc.integer({ min: 0, max: 9 }).map(String);
  fc.assert(
    fc.property(fc.dictionary(name, fc.array(name, { maxLength: 3 }), { maxKeys: 10 }), (given) => {
      const graph = new Map(Object.entries(given));
      const reaches = (from: string, to: string): boolean => {
        const seen = new Set<string>();
        const open = [...(graph.get(from) ?? [])];
        for (let next = open.pop(); next !== undefined; next = open.pop()) {
          if (next === to) return true;
          if (seen.has(next)) continue;
          seen.add(next);
          open.push(...(graph.get(next) ?? []));
        }
        return false;
      };
      const wanted = [...graph.keys()].filter((id) => reaches(id, id)).sort();
      expect([...cyclesIn(graph)].sort()).toEqual(wanted);
    }),
  );
  const chain = new Counted(Array.from({ length: 5_000 }, (_, at) => [`${at}`, [`${at + 1}`, `${at + 2}`]]));
  expect(cyclesIn(chain).size).toBe(0);
  expect(chain.looks).toBeLessThan(5_002 * 5);
});
