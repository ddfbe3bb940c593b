import { describe, expect, test } from '@jest/globals';
import { TLP2_MARKING_IDS } from 'stix2-ts/marking';
import { validateObject } from 'stix2-ts/validate';
import { readAttackBundle, readAttackNames } from '../../../src/exchange/attack.ts';
import { readCapecLinks, weaknessObjects } from '../../../src/exchange/capec.ts';
import { readCsv } from '../../../src/exchange/csv.ts';
import { KEV_SOURCE, kevNote, readKev } from '../../../src/exchange/kev.ts';
import { readSsvc, ssvcDecision, ssvcNote } from '../../../src/exchange/ssvc.ts';
import { textOfSet } from '../../support/inputs/public-set.ts';
import { shipped } from './real-input.ts';

const kev = readKev(shipped('data/kev/known-exploited.json'));
const ssvc = readSsvc(shipped('data/ssvc/ssvc.csv'));
const capec = readCapecLinks(shipped('data/capec/capec-links.csv'), shipped('data/capec/capec-patterns.csv'));
const names = readAttackNames(shipped('data/attack-enterprise/technique-names.csv'));

const subject = 'vulnerability--0f6a1a5a-5a5c-4b0e-8f0e-0b8f8e3f9a11';
const frame = {
  hubIdentityId: 'identity--7b0d2c1e-9f57-4b52-8c53-1f0a6f1f2b33',
  created: '2026-01-01T00:00:00.000Z',
  modified: '2026-02-01T00:00:00.000Z',
  markingRefs: [TLP2_MARKING_IDS.GREEN],
};

const errorsOf = (object: unknown) => validateObject(object).filter((finding) => finding.level === 'error');

describe('KEV', () => {
  test('1,352 entries, of the version that the set states', () => {
    expect(kev.byCve.size).toBe(1352);
    expect(kev.version).toBe(KEV_SOURCE.version);
    expect(kev.byCve.get('CVE-2025-4632')).toMatchObject({
      vendor: 'Samsung',
      product: 'MagicINFO 9 Server',
      dateAdded: '2025-05-22',
      dueDate: '2025-06-12',
      ransomware: 'Unknown',
      cwes: ['CWE-22'],
    });
    expect(kev.byCve.get('CVE-2025-4632')?.addresses).toHaveLength(2);
  });

  test('an earlier catalogue differs in 52 new and some changed entries', () => {
    const earlier = readKev(textOfSet('kev', 'kev-2025-03-11.json'));
    const added = [...kev.byCve.keys()].filter((cve) => !earlier.byCve.has(cve));
    const turned = [...kev.byCve.values()].filter(
      ({ cve, ransomware }) => ransomware === 'Known' && earlier.byCve.get(cve)?.ransomware === 'Unknown',
    );
    expect(added).toHaveLength(52);
    expect(turned).toHaveLength(28);
  });

  test('gives every entry a valid note, always the same for the same subject', () => {
    for (const entry of kev.byCve.values()) {
      expect(errorsOf(kevNote(frame, subject, entry, kev.version))).toEqual([]);
    }
    const [entry] = kev.byCve.values();
    const later = kevNote({ ...frame, modified: '2026-03-01T00:00:00.000Z' }, subject, entry!, 'later');
    expect(later.id).toBe(kevNote(frame, subject, entry!, kev.version).id);
    expect(later['created_by_ref']).toBe(frame.hubIdentityId);
    // stix2-validator rejects a CVE number under another source name.
    expect(later['external_references']).toMatchObject([
      { source_name: 'cve', external_id: entry!.cve },
      { source_name: 'cisa-kev' },
    ]);
  });
});

describe('SSVC', () => {
  test('422 entries whatever their letter case, each with a valid note', () => {
    const count = (value: string) =>
      [...ssvc.values()].filter((entry) => entry.exploitation === value).length;
    expect([ssvc.size, count('none'), count('poc'), count('active')]).toEqual([422, 396, 20, 6]);
    for (const entry of ssvc.values()) expect(errorsOf(ssvcNote(frame, subject, entry))).toEqual([]);
  });

  test('the coordinator table 2.0.3', () => {
    const decide = (text: string) => {
      const [exploitation, automatable, impact, mission] = text.split(' ');
      const row = `cve,exploitation,automatable,technical_impact,timestamp\nCVE-2000-0001,${exploitation},${automatable},${impact},t\n`;
      const [entry] = readSsvc(row).values();
      return ssvcDecision(entry!, mission as 'low');
    };
    const act = [
      'active no total high',
      'active yes partial high',
      'active yes total medium',
      'active yes total high',
    ];
    const attend = [
      ...[
        'active no partial high',
        'active no total medium',
        'active yes partial low',
        'active yes partial medium',
      ],
      ...['active yes total low', 'poc no total high', 'poc yes partial high', 'poc yes total high'],
      ...['none yes partial high', 'none yes total high'],
    ];
    const trackStar = [
      'poc no partial high',
      'poc no total medium',
      'poc yes total medium',
      'none no total high',
    ];
    for (const exploitation of ['none', 'poc', 'active']) {
      for (const automatable of ['no', 'yes']) {
        for (const impact of ['partial', 'total']) {
          for (const mission of ['low', 'medium', 'high']) {
            const key = `${exploitation} ${automatable} ${impact} ${mission}`;
            const star = trackStar.includes(key) ? 'track*' : 'track';
            const expected = act.includes(key) ? 'act' : attend.includes(key) ? 'attend' : star;
            expect([key, decide(key)]).toEqual([key, expected]);
          }
        }
      }
    }
  });
});

describe('CAPEC and ATT&CK', () => {
  test('a weakness leads to named attack patterns and techniques; withdrawn patterns lead to nothing', () => {
    expect(capec.patterns.size).toBe(558);
    expect(capec.patterns.get('CAPEC-163')?.techniques).toContain('T1598.001');
    expect(names.get('T1598.001')?.name).toBe('Spearphishing Service');
    const objects = weaknessObjects(frame, subject, 'CWE-798', { capec, techniques: names });
    expect(objects.map(({ type }) => type)).toContain('attack-pattern');
    for (const object of objects) expect(errorsOf(object)).toEqual([]);
    expect(weaknessObjects(frame, subject, 'CWE-999999', { capec, techniques: names })).toEqual([]);
  });

  test('no weakness floods a vulnerability, and all vulnerabilities share the patterns', () => {
    for (const cwe of capec.byCwe.keys()) {
      expect(weaknessObjects(frame, subject, cwe, { capec, techniques: names }).length).toBeLessThanOrEqual(
        16,
      );
    }
    const later = { ...frame, created: '2026-05-01T00:00:00.000Z', modified: '2026-05-01T00:00:00.000Z' };
    const other = 'vulnerability--1f6a1a5a-5a5c-4b0e-8f0e-0b8f8e3f9a12';
    const patterns = (objects: ReturnType<typeof weaknessObjects>) =>
      objects.filter(({ type }) => type === 'attack-pattern');
    expect(patterns(weaknessObjects(later, other, 'CWE-20', { capec, techniques: names }))).toEqual(
      patterns(weaknessObjects(frame, subject, 'CWE-20', { capec, techniques: names })),
    );
  });

  test('the ICS bundle holds 83 techniques with their ids', () => {
    const techniques = readAttackBundle(shipped('data/attack-ics/ics-attack-18.1.json'));
    expect([...techniques.values()].filter((technique) => !technique.isWithdrawn)).toHaveLength(83);
    expect(techniques.get('T0803')).toMatchObject({ name: 'Block Command Message', isWithdrawn: false });
  });
});

describe('CSV', () => {
  test('quoted commas, quotes, line breaks, a byte-order mark and a missing last line break', () => {
    expect(readCsv('\uFEFFa,b\r\n"1,\n""x""",2\r\n3,')).toEqual([
      { a: '1,\n"x"', b: '2' },
      { a: '3', b: '' },
    ]);
    expect(readCsv('')).toEqual([]);
    expect(readCsv('a,b\n')).toEqual([]);
    expect(() => readCsv('a\n"open')).toThrow();
    expect(() => readCsv('a\nx"y')).toThrow();
    expect(readCsv('a,b\n\n1,2,3\n')).toEqual([
      { a: '', b: '' },
      { a: '1', b: '2' },
    ]);
    expect(Object.keys(readCsv('__proto__\nx')[0] ?? {})).toEqual(['__proto__']);
  });
});
