// What tells of one event without a CVE: nicknames, products, documents and malware; and what does not.
import { expect, test } from '@jest/globals';
import { documentOf, documentsIn } from '../../../../src/domain/likeness/documents.ts';
import { nicknamedCves, productsNamed } from '../../../../src/domain/likeness/known-names.ts';
import {
  assertionWords,
  likenessOf,
  type Traits,
  verdictOf,
} from '../../../../src/domain/likeness/likeness.ts';

const DAY_MS = 86_400_000;
const told = (headline: string, more: Partial<Traits> = {}): Traits => ({
  cves: [],
  observables: [],
  sectors: [],
  words: assertionWords(headline),
  at: 0,
  ...more,
});
const verdict = (one: Traits, other: Traits) => verdictOf(likenessOf(one, other)?.score ?? 0);

test('a nickname stands for its CVEs, in any language', () => {
  expect(nicknamedCves(assertionWords('regreSSHion: vulnerabilidad RCE en servidor OpenSSH'))).toEqual([
    'CVE-2024-6387',
  ]);
  const one = told('regreSSHion: vulnerabilidad RCE en servidor OpenSSH');
  expect(verdict(one, told('Allvarlig sårbarhet i OpenSSH', { cves: ['CVE-2024-6387'] }))).toBe('LINK');
});

test('a product is named by its words in any order and with endings; a vendor alone names none', () => {
  for (const [headline, products] of [
    ['Kritische Schwachstelle in Microsoft Outlook', ['outlook']],
    ['Kriittinen haavoittuvuus Microsoft Outlookissa', ['outlook']],
    ['CrowdStriken päivitys aiheuttanut häiriöitä', ['crowdstrike']],
    ['Múltiples vulnerabilidades en productos de Cisco', []],
    ['Critical flaw in Cisco IOS XE', ['cisco ios']],
    ['Update your iOS devices', []],
    ['Multiple vulnerabilities in Ivanti products', []],
  ] as const)
    expect([headline, productsNamed(assertionWords(headline))]).toEqual([headline, products]);
});

test('the same product is proposed and never linked; with different CVEs it is nothing', () => {
  const [german, english] = [told('Lücke in MOVEit Transfer'), told('MOVEit Transfer under attack')];
  expect(verdict(german, english)).toBe('PROPOSE');
  expect(verdict(german, { ...english, at: 29 * DAY_MS })).toBe('APART');
  expect(likenessOf(german, english)?.reasons[0]).toBe('Both are about moveit.');
  const [one, other] = [
    { ...german, cves: ['CVE-2024-5806'] },
    { ...english, cves: ['CVE-2023-34362'] },
  ];
  expect(likenessOf(one, other)).toBeNull();
  expect(verdict(one, english)).toBe('PROPOSE');
});

test('the same document is proposed; its spelling does not matter, and home pages do not count', () => {
  const url =
    'https://sec.cloudapps.cisco.com/security/center/advisory/cisco-sa-iosxe-webui-privesc-j22SaA4z';
  expect(documentOf(`${url}/?utm_source=x#top`)).toBe(documentOf(url));
  expect(documentOf('http://www.example.org/a/advisory-2024-17')).toBe('example.org/a/advisory-2024-17');
  for (const general of [
    'https://www.cisa.gov/',
    'https://www.cisa.gov/known-exploited-vulnerabilities-catalog',
    'https://cert.example/news/2024',
    'mailto:a@example.org',
    'not an address',
  ])
    expect([general, documentOf(general)]).toEqual([general, null]);
  expect(documentOf('https://www.ncsc.nl/actueel/advisory?id=NCSC-2023-0526')).toContain('ncsc-2023-0526');
  const urls = documentsIn([{ source: 'vendor', id: null, url }]);
  expect(verdict(told('Uno', { urls }), told('Zwei', { urls }))).toBe('PROPOSE');
  expect(
    verdict(told('Uno', { urls, cves: ['CVE-2024-1000'] }), told('Zwei', { urls, cves: ['CVE-2024-2000'] })),
  ).toBe('APART');
});

test('a malware in common is proposed, by any of its names', () => {
  const names = ['malware:emotet', 'malware:heodo'];
  expect(verdict(told('Mail wave', { names }), told('Spamwelle', { names: ['malware:heodo'] }))).toBe(
    'PROPOSE',
  );
});

test('some CVEs in common and the same product are one event', () => {
  const one = told('Ivanti Connect Secure exploited', { cves: ['CVE-2024-1000', 'CVE-2024-1001'] });
  const other = told('Attacks on Ivanti Connect Secure', {
    cves: ['CVE-2024-1001', 'CVE-2024-1002', 'CVE-2024-1003'],
    at: 5 * DAY_MS,
  });
  expect(verdict(one, other)).toBe('LINK');
  expect(verdict({ ...one, words: ['alone'] }, other)).not.toBe('LINK');
});
