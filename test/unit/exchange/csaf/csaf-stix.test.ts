import { describe, expect, test } from '@jest/globals';
import { bundleOf } from 'stix2-ts/bundle';
import { TLP2_MARKING_IDS } from 'stix2-ts/marking';
import { validateBundle } from 'stix2-ts/validate';
import { type CsafReading, readCsaf } from '../../../../src/exchange/csaf/read-csaf.ts';
import { modifiedAfter, normaliseTrackingId } from '../../../../src/exchange/csaf/tracking.ts';
import { isReportedIn } from '../../../../src/exchange/csaf-grade/product-standing.ts';
import { publicSet } from '../../../support/inputs/public-set.ts';
import { seedAdvisory } from '../real-input.ts';

type Taken = Extract<CsafReading, { ok: true }>;

function taken(text: string, options: Parameters<typeof readCsaf>[1] = {}): Taken {
  const reading = readCsaf(text, options);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading;
}

const sample = seedAdvisory('icsa-24-032-01.json');

describe('an advisory as STIX', () => {
  test('every real one maps to a valid bundle without loss of a vulnerability or product', () => {
    const files = publicSet('csaf-cisa');
    expect(files.size).toBe(400);
    const errors: string[] = [];
    for (const [file, text] of files) {
      const { advisory, stix, relationshipsOmitted } = taken(text);
      const { findings } = validateBundle(bundleOf(stix));
      errors.push(...findings.filter(({ level }) => level === 'error').map(({ code }) => `${file} ${code}`));
      const names = stix.filter(({ type }) => type === 'vulnerability').map((object) => object['name']);
      expect(names).toEqual(
        (advisory.vulnerabilities ?? []).filter(isReportedIn(advisory)).map(({ cve }) => cve),
      );
      expect(new Set(stix.map(({ id }) => id)).size).toBe(stix.length);
      expect(stix[0]?.['object_refs']).toEqual(stix.slice(1).map(({ id }) => id));
      expect(relationshipsOmitted).toBe(0);
    }
    expect(errors).toEqual([]);
  });

  test('has a report, a vulnerability per CVE, products, and what to do about them', () => {
    const { stix } = taken(sample);
    const types = new Set(stix.map(({ type }) => type));
    const expected = ['report', 'vulnerability', 'software', 'course-of-action', 'relationship', 'identity'];
    expect([...types].sort()).toEqual(expected.sort());
    const kinds = stix
      .filter(({ type }) => type === 'relationship')
      .map((object) => object['relationship_type']);
    expect(kinds).toContain('related-to');
    expect(kinds.some((kind) => kind === 'mitigates' || kind === 'remediates')).toBe(true);
    for (const object of stix) expect(object['object_marking_refs']).toEqual([TLP2_MARKING_IDS.CLEAR]);
  });

  test('of vulnerabilities only those that affect something, unless none does; the report counts the others', () => {
    const whole = JSON.parse(sample);
    const [first] = whole.vulnerabilities;
    const products = Object.values(first.product_status).flat();
    const cleared = { cve: 'CVE-1999-9999', product_status: { known_not_affected: products } };
    const vulnerabilitiesOf = (vulnerabilities: object[]) => {
      const { stix } = taken(JSON.stringify({ ...whole, vulnerabilities }));
      const names = stix.filter(({ type }) => type === 'vulnerability').map((object) => object['name']);
      return { names, description: String(stix[0]?.['description']) };
    };
    const mixed = vulnerabilitiesOf([cleared, first]);
    expect(mixed.names).toEqual([first.cve]);
    expect(mixed.description).toContain('of one more vulnerability that no listed product is affected');
    expect(mixed.description).not.toContain('CVE-1999-9999');
    expect(vulnerabilitiesOf([cleared]).names).toEqual(['CVE-1999-9999']);
  });

  test('the same advisory has the same ids, however its id is written', () => {
    const spelled = JSON.parse(sample);
    spelled.document.tracking.id = ` ${spelled.document.tracking.id.toLowerCase()} `;
    const ids = (text: string) => taken(text).stix.map(({ id }) => id);
    expect(ids(JSON.stringify(spelled))).toEqual(ids(sample));
    expect(normaliseTrackingId(' icsa-17-318-02a ')).toBe('ICSA-17-318-02A');
  });

  test('the next version keeps `created` and advances `modified`, even when its source goes back in time', () => {
    expect(modifiedAfter('2024-01-02T00:00:00Z')).toBe('2024-01-02T00:00:00.000Z');
    expect(modifiedAfter('2024-01-02T00:00:00Z', '2024-01-01T00:00:00.000Z')).toBe(
      '2024-01-02T00:00:00.000Z',
    );
    expect(modifiedAfter('2024-01-02T00:00:00Z', '2024-01-02T00:00:00.000Z')).toBe(
      '2024-01-02T00:00:00.001Z',
    );
    expect(modifiedAfter('2023-01-01T00:00:00+02:00', '2024-01-01T00:00:00.000Z')).toBe(
      '2024-01-01T00:00:00.001Z',
    );
    const previous = { created: '2020-01-01T00:00:00.000Z', modified: '2030-01-01T00:00:00.000Z' };
    const { stix, draft } = taken(sample, { previous });
    expect(stix[0]).toMatchObject({ created: previous.created, modified: '2030-01-01T00:00:00.001Z' });
    expect(draft.sourceModified < '2030').toBe(true);
  });

  test('235 published revisions of 56 advisories are versions of 56 reports, each later than the one before', () => {
    const latest = new Map<string, { id: string; created: string; modified: string; versions: number }>();
    for (const [file, text] of publicSet('csaf-cisa-revisions')) {
      if (!file.endsWith('.json')) continue;
      const { externalId } = taken(text).draft;
      const former = latest.get(externalId);
      const { stix } = taken(text, former === undefined ? {} : { previous: former });
      const { id, created, modified } = stix[0] as unknown as {
        id: string;
        created: string;
        modified: string;
      };
      if (former !== undefined) {
        expect([id, created]).toEqual([former.id, former.created]);
        expect(modified > former.modified).toBe(true);
      }
      latest.set(externalId, { id, created, modified, versions: (former?.versions ?? 0) + 1 });
    }
    const counts = [...latest.values()].map(({ versions }) => versions);
    expect([counts.length, counts.reduce((sum, count) => sum + count, 0)]).toEqual([56, 235]);
  });

  test('an advisory without a marking gets the declared default, never an implied CLEAR', () => {
    const unmarked = JSON.parse(sample);
    delete unmarked.document.distribution;
    const text = JSON.stringify(unmarked);
    expect(taken(text).draft.tlp).toBe('AMBER');
    expect(taken(text, { defaultTlp: 'GREEN' }).stix[0]?.['object_marking_refs']).toEqual([
      TLP2_MARKING_IDS.GREEN,
    ]);
  });

  test('over the limit relationships are left out and counted, parts never', () => {
    const whole = taken(sample).stix.length;
    const { stix, relationshipsOmitted } = taken(sample, { maxObjects: whole - 2 });
    expect(relationshipsOmitted).toBe(2);
    expect(stix).toHaveLength(whole - 2);
  });

  test('words in place of a URL do not make an invalid object', () => {
    const worded = JSON.parse(sample);
    worded.vulnerabilities[0].remediations[0].url = 'Contact your service organisation';
    worded.document.references.push({ summary: 'See', url: 'call us' });
    const { findings } = validateBundle(bundleOf(taken(JSON.stringify(worded)).stix));
    expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
