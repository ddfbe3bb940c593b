// The grade of an advisory: the status of its products, words and scores for the severity, and what it says of attacks.
import { describe, expect, test } from '@jest/globals';
import type { CsafDraft } from '../../../../src/exchange/csaf/draft.ts';
import { readCsaf } from '../../../../src/exchange/csaf/read-csaf.ts';
import { severityOfText } from '../../../../src/exchange/csaf-grade/severity-words.ts';
import { fieldCase } from '../../../support/inputs/field-case.ts';
import { publicSet } from '../../../support/inputs/public-set.ts';
import { randomOf } from '../../../support/random.ts';
import { seed } from '../../../support/seed.ts';

const draftOf = (text: string): CsafDraft => {
  const reading = readCsaf(text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.draft;
};

// biome-ignore lint/suspicious/noExplicitAny: the tests edit advisories freely
type Any = any;

const changed = (text: string, change: (advisory: Any) => void): CsafDraft => {
  const advisory = JSON.parse(text);
  change(advisory);
  return draftOf(JSON.stringify(advisory));
};

const gradeOf = ({ severity, urgency, certainty }: CsafDraft) => [severity, urgency, certainty];

describe('products', () => {
  test('that are all not affected alarm nobody, and the warning says so', () => {
    const draft = draftOf(fieldCase('03-vex-not-affected.json'));
    expect(gradeOf(draft)).toEqual(['MINOR', 'PAST', 'UNLIKELY']);
    expect(draft.summary).toMatch(
      /^The issuer states that none of the listed products is affected by CVE-2026-0003\./,
    );
    expect(draft.headline).toMatch(/not affected/i);
    expect(draft.actions).toEqual([{ text: expect.stringMatching(/^No action is needed/), by: null }]);
  });

  test('by rule: a vulnerability that affects none of them changes no grade, whatever is said of it', () => {
    const random = randomOf(seed());
    const texts = [...publicSet('csaf-cisa').values()];
    for (let round = 0; round < 40; round += 1) {
      const text = random.pick(texts);
      const before = draftOf(text);
      const after = changed(text, ({ vulnerabilities, document }) => {
        const products = Object.values(vulnerabilities[0].product_status).flat() as string[];
        vulnerabilities.push({
          cve: 'CVE-1999-9999',
          product_status: { known_not_affected: [...new Set(products)] },
          scores: [
            {
              products,
              cvss_v3: {
                version: '3.1',
                vectorString: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H',
                baseScore: 10,
                baseSeverity: 'CRITICAL',
              },
            },
          ],
          threats: [{ category: 'exploit_status', details: 'Exploited:Yes' }],
        });
        document.notes.push({
          category: 'general',
          title: 'News',
          text: 'CVE-1999-9999 is being exploited in the wild.',
        });
      });
      expect(gradeOf(after)).toEqual(gradeOf(before));
      expect(after.cvss).toBe(before.cvss);
    }
  });

  test('that are not affected take their scores and threats with them; one that is affected decides', () => {
    const draft = changed(fieldCase('03-vex-not-affected.json'), ({ document, vulnerabilities }) => {
      delete document.aggregate_severity;
      document.notes = undefined;
      vulnerabilities[0].product_status = { known_affected: ['P1'], known_not_affected: ['P2'] };
      vulnerabilities[0].threats = [
        { category: 'exploit_status', details: 'Exploited:Yes', product_ids: ['P2'] },
      ];
      const score = (product: string, baseScore: number) => ({
        products: [product],
        cvss_v3: {
          version: '3.1',
          vectorString: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N',
          baseScore,
          baseSeverity: 'MEDIUM',
        },
      });
      vulnerabilities[0].scores = [score('P1', 5.3), score('P2', 9.8)];
    });
    expect(gradeOf(draft)).toEqual(['MODERATE', 'FUTURE', 'POSSIBLE']);
  });
});

test('a fixed product beside one that is not affected: the score tells how bad it is, and the fix what to do', () => {
  const draft = changed(fieldCase('03-vex-not-affected.json'), ({ document, vulnerabilities }) => {
    delete document.aggregate_severity;
    document.notes = undefined;
    const [vulnerability] = vulnerabilities;
    vulnerability.product_status = { known_not_affected: ['P1'], fixed: ['P2'] };
    delete vulnerability.threats;
    delete vulnerability.remediations;
    const vectorString = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';
    const cvss = { version: '3.1', vectorString, baseScore: 9.8, baseSeverity: 'critical' };
    vulnerability.scores = [{ products: ['P1'], cvss_v3: cvss }];
  });
  expect([draft.severity, draft.cvss]).toEqual(['EXTREME', 9.8]);
  expect(draft.actions[0]?.text).toMatch(/^Update .*to /);
});

test('a score of zero is minor, and a rating in words of CSAF 2.1 is read where it stands alone', () => {
  const rated = (content: unknown) =>
    changed(fieldCase('13-csaf21.json'), ({ document, vulnerabilities }) => {
      delete document.aggregate_severity;
      vulnerabilities[0].metrics = [{ products: ['P1'], content }];
    }).severity;
  expect(rated({ qualitative_severity_rating: 'critical' })).toBe('EXTREME');
  expect(rated({ qualitative_severity_rating: 'medium' })).toBe('MODERATE');
  const vectorString = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N';
  expect(rated({ cvss_v3: { version: '3.1', vectorString, baseScore: 0, baseSeverity: 'NONE' } })).toBe(
    'MINOR',
  );
});

describe('severity', () => {
  test.each<[string, string]>([
    ['Critical', 'EXTREME'],
    ['kritisch', 'EXTREME'],
    ['hoch', 'SEVERE'],
    ['mittel', 'MODERATE'],
    ['niedrig', 'MINOR'],
    ['Important', 'SEVERE'],
    ['moderate', 'MODERATE'],
    ['Low', 'MINOR'],
    ['kritiek', 'EXTREME'],
    ['hoog', 'SEVERE'],
    ['gemiddeld', 'MODERATE'],
    ['laag', 'MINOR'],
    ['Critique', 'EXTREME'],
    ['élevée', 'SEVERE'],
    ['Modérée', 'MODERATE'],
    ['faible', 'MINOR'],
    ['crítica', 'EXTREME'],
    ['Alta', 'SEVERE'],
    ['Média', 'MODERATE'],
    ['baja', 'MINOR'],
    ['krytyczny', 'EXTREME'],
    ['wysokie', 'SEVERE'],
    ['średni', 'MODERATE'],
    ['緊急', 'EXTREME'],
    ['重要', 'SEVERE'],
    ['高危', 'SEVERE'],
    ['CVSS 9.8', 'EXTREME'],
    ['CVSS v3.1 Base Score: 9.8', 'EXTREME'],
    ['CVSS 3.1: 7.5', 'SEVERE'],
    ['CVSS version 4.0, score 5.1', 'MODERATE'],
    ['CVSS 3.1', 'MINOR'],
    ['CVSS v3.1', 'UNKNOWN'],
    ['CVSS:3.1/AV:N/AC:L 8.8', 'SEVERE'],
    ['not critical', 'UNKNOWN'],
    ['Non-critical', 'UNKNOWN'],
    ['non–critical', 'UNKNOWN'],
    ['Elevation of Privilege', 'UNKNOWN'],
    ['Information Disclosure', 'UNKNOWN'],
    ['hochwertig', 'UNKNOWN'],
  ])('"%s" is %s', (text, severity) => {
    expect(severityOfText(text)).toBe(severity);
  });

  test('is the issuer’s word where there is no score, and the score of CVSS 4 where it stands alone', () => {
    expect(draftOf(fieldCase('04-bsi-kritisch.json')).severity).toBe('EXTREME');
    const alone = draftOf(fieldCase('13-csaf21.json'));
    expect([alone.severity, alone.cvss]).toEqual(['EXTREME', 10]);
  });
});

test('each vulnerability is scored by CVSS 3, else 4, else 2; the worst of them counts', () => {
  const v3 = {
    version: '3.1',
    vectorString: 'CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:L/I:N/A:N',
    baseScore: 4.3,
    baseSeverity: 'MEDIUM',
  };
  const v4 = {
    version: '4.0',
    vectorString: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N',
    baseScore: 9.3,
    baseSeverity: 'CRITICAL',
  };
  const v2 = { version: '2.0', vectorString: 'AV:N/AC:L/Au:N/C:C/I:C/A:P', baseScore: 9.7 };
  const scored = (...scores: object[]): CsafDraft =>
    changed(fieldCase('15-csaf-no-tlp.json'), ({ document, vulnerabilities }) => {
      delete document.aggregate_severity;
      document.notes = undefined;
      const [{ product_status: status }] = vulnerabilities;
      const products = Object.values(status).flat();
      vulnerabilities.splice(
        0,
        1,
        ...scores.map((score, at) => ({
          cve: `CVE-2026-100${at}`,
          product_status: status,
          scores: [{ products, ...score }],
        })),
      );
    });
  const alone = scored({ cvss_v3: v3 }, { cvss_v4: v4 });
  expect([alone.severity, alone.urgency, alone.cvss]).toEqual(['EXTREME', 'EXPECTED', 9.3]);
  expect(scored({ cvss_v3: v3 }, { cvss_v2: v2 }).cvss).toBe(9.7);
  expect(scored({ cvss_v3: v3, cvss_v4: v4, cvss_v2: v2 }).cvss).toBe(4.3);
});

describe('exploitation', () => {
  test('that Microsoft reports is observed', () => {
    const draft = draftOf(fieldCase('07-msrc-exploited.json'));
    expect(gradeOf(draft)).toEqual(['SEVERE', 'IMMEDIATE', 'OBSERVED']);
    expect(draft.summary).toBe(
      'Example Kernel Elevation of Privilege Vulnerability. An attacker could gain SYSTEM privileges.',
    );
  });

  test.each<[string, string]>([
    ['Publicly Disclosed:No;Exploited:No;Latest Software Release:Exploitation Less Likely', 'none'],
    ['Exploited: Yes', 'active'],
    ['Latest Software Release:Exploitation Detected', 'active'],
    ['CISA: https://www.cisa.gov/known-exploited-vulnerabilities-catalog', 'active'],
    ['Not in the Known Exploited Vulnerabilities catalog', 'none'],
    ['active', 'active'],
    ['PoC', 'public'],
    ['none', 'none'],
  ])('the status "%s" is %s', (details, exploitation) => {
    const draft = changed(fieldCase('07-msrc-exploited.json'), ({ vulnerabilities }) => {
      vulnerabilities[0].threats = [{ category: 'exploit_status', details }];
    });
    expect(draft.exploitation).toBe(exploitation);
  });

  test.each<[string, string]>([
    ['Example is aware of active exploitation of this vulnerability.', 'active'],
    ['This vulnerability has been exploited in the wild.', 'active'],
    ['Die Schwachstelle wird bereits aktiv ausgenutzt.', 'active'],
    ['De kwetsbaarheid wordt actief misbruikt.', 'active'],
    ['La vulnérabilité est activement exploitée.', 'active'],
    ['Exploit attempts were reported.', 'active'],
    ['There is no fix yet, and the vulnerability is being actively exploited.', 'active'],
    ['The flaw does not require authentication and is actively exploited.', 'active'],
    ['The flaw, which could allow remote code execution, has been exploited in the wild.', 'active'],
    ['The flaw may allow code execution and is actively exploited in the wild.', 'active'],
    ['No authentication is needed for the flaw that is actively exploited.', 'active'],
    ['A patch is not available; the flaw is under active attack.', 'active'],
    ['CVE-2026-0004 is exploited by ransomware groups.', 'active'],
    ['CVE-2021-44228 is being actively exploited in the wild.', 'unknown'],
    ['Like CVE-2021-44228, which is actively exploited, this flaw is in a logging library.', 'unknown'],
    ['CVE-2021-44228 and cve-2026-0004 are actively exploited.', 'active'],
    ['Attackers are exploiting this vulnerability.', 'active'],
    ['Attackers have already exploited it.', 'active'],
    ['Threat actors exploit this flaw.', 'active'],
    ['Exploitation of this vulnerability has been confirmed.', 'active'],
    ['Exploitation of CVE-2026-0004 was observed.', 'active'],
    ['CISA added this to the Known Exploited Vulnerabilities Catalog.', 'active'],
    ['The flaw is listed in the KEV catalogue.', 'active'],
    ['Angreifer nutzen die Schwachstelle bereits aus.', 'active'],
    ['Cette vulnérabilité est exploitée.', 'active'],
    ['Se está explotando activamente.', 'active'],
    ['La vulnerabilidad ha sido explotada.', 'active'],
    ['A Metasploit module is available.', 'public'],
    ['Es existiert ein öffentlicher Exploit.', 'public'],
    ['No customers have reported exploitation; however, a PoC exists.', 'public'],
    ['Attackers exploiting this vulnerability could run code.', 'unknown'],
    ['Threat actors could exploit this flaw.', 'unknown'],
    ['Malicious actors exploit this flaw by sending a packet.', 'unknown'],
    ['We have observed active exploitation of a different vulnerability.', 'unknown'],
    ['Another vulnerability is being exploited.', 'unknown'],
    ['This vulnerability was exploited at Pwn2Own.', 'unknown'],
    ['It was exploited in the wild before it was shown at Pwn2Own.', 'active'],
    ['La vulnérabilité peut être exploitée.', 'unknown'],
    ['Check whether it is listed in the KEV catalog.', 'unknown'],
    ["Cette vulnérabilité n'est pas exploitée.", 'none'],
    ['It is not listed in the KEV catalog.', 'unknown'],
    ['Attackers have not exploited it.', 'none'],
    ['It was exploited by a state actor.', 'active'],
    ['This vulnerability is being exploited by the Example malware.', 'active'],
    ['It has been exploited by threat actors to install web shells.', 'active'],
    ['Example has observed in-the-wild exploitation.', 'active'],
    ['Es gibt noch kein Update, und die Schwachstelle wird aktiv ausgenutzt.', 'active'],
    ['It cannot be exploited remotely, but active exploitation has been observed.', 'active'],
    ['There is no patch, but proof-of-concept code is available.', 'public'],
    ['It is exploited by sending a crafted packet.', 'unknown'],
    ['The flaw is exploited by an unauthenticated attacker.', 'unknown'],
    ['It can be exploited by ransomware groups.', 'unknown'],
    ['The flaw requires no login and could be exploited in the wild.', 'unknown'],
    ['Is this vulnerability being exploited in the wild?', 'unknown'],
    ['Exploit attempts would be logged.', 'unknown'],
    ['It is likely to be exploited in the wild.', 'unknown'],
    ['It is not exploited by ransomware groups.', 'none'],
    ['There is no evidence that this vulnerability is being exploited.', 'none'],
    ['We are not aware, at this time, of active exploitation.', 'none'],
    ['We have no evidence, as of today, that the flaw is exploited in the wild.', 'none'],
    ['Example is not aware of any public announcements, active exploitation or malicious use.', 'none'],
    ['To date, no exploitation has been observed.', 'none'],
    ['Active exploitation has not been observed.', 'none'],
    ['The flaw is critical, and it has not been exploited in the wild.', 'none'],
    ['Es ist nicht bekannt, dass die Schwachstelle aktiv ausgenutzt wird.', 'none'],
    ['SSVCv2/E:A/A:N/T:P/2024-09-18T19:25:28+00:00/', 'unknown'],
    ['The vulnerability could be exploited in the wild.', 'unknown'],
    ['If it is exploited, the device stops.', 'unknown'],
    ['Successful exploitation allows an attacker to read files.', 'unknown'],
    ['Example is not aware of any malicious use or active exploitation.', 'none'],
    ['Es ist keine Ausnutzung bekannt.', 'none'],
    ['Proof-of-concept code is available.', 'public'],
  ])('"%s" says %s', (text, exploitation) => {
    const draft = changed(fieldCase('15-csaf-no-tlp.json'), ({ document }) => {
      document.notes = [{ category: 'general', title: 'Exploitation', text }];
    });
    expect(draft.exploitation).toBe(exploitation);
  });

  test('is read from SSVC and from the exploit metric of CVSS 4', () => {
    const ssvc = changed(fieldCase('15-csaf-no-tlp.json'), ({ vulnerabilities }) => {
      vulnerabilities[0].notes = [
        { category: 'details', title: 'SSVC', text: 'SSVCv2/E:A/A:N/T:P/2024-09-18/' },
      ];
    });
    expect(ssvc.exploitation).toBe('active');
    const attacked = changed(fieldCase('13-csaf21.json'), ({ vulnerabilities }) => {
      vulnerabilities[0].metrics[0].content.cvss_v4.vectorString += '/E:A';
    });
    expect(attacked.exploitation).toBe('active');
  });
});

test('CSAF 2.1 gives what 2.0 gives: CWE, scores, marking, first exploitation, paths of products', () => {
  const reading = readCsaf(fieldCase('13-csaf21.json'));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  expect(reading.findings.map(({ code, path }) => [code, path])).toEqual([
    ['CSAF_NEWER_VERSION', '$.document.csaf_version'],
  ]);
  expect([reading.draft.tlp, reading.draft.cwes, reading.draft.cves]).toEqual([
    'CLEAR',
    ['CWE-287'],
    ['CVE-2026-0007'],
  ]);
  const richer = changed(fieldCase('13-csaf21.json'), ({ document, product_tree: tree, vulnerabilities }) => {
    document.distribution.tlp.label = 'AMBER+STRICT';
    tree.product_paths = [
      {
        beginning_product_reference: 'P1',
        full_product_name: { name: 'Pump in a box', product_id: 'P3' },
        subpaths: [{ category: 'installed_on', next_product_reference: 'P2' }],
      },
    ];
    vulnerabilities[0].product_status = { known_affected: ['P1', 'P3'], unknown: ['P2'] };
    vulnerabilities[0].first_known_exploitation_dates = [
      { date: '2026-10-01T10:00:00Z', exploitation_date: '2026-09-01T10:00:00Z', product_ids: ['P1'] },
    ];
    vulnerabilities[0].remediations = [
      { category: 'optional_patch', details: 'Update to 2.3', product_ids: ['P1'] },
    ];
  });
  expect([richer.tlp, richer.exploitation, richer.actions[0]?.text]).toEqual([
    'AMBER+STRICT',
    'active',
    'Pump Controller: Update to 2.3',
  ]);
});
