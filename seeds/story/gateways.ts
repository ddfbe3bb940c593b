// Earlier reports about the same gateways. One names the same vulnerability and is linked with the live warning by rule;
// one names that and another, which is left to a reviewer. The vulnerabilities are real, the events are not.
import type { Act } from '../acts.ts';
import { desk, hoursFrom, warning } from './drafts.ts';

const cves = (...ids: string[]) => ids.map((id) => ({ source: 'cve', id, url: null }));

export const gateways = (now: Date): readonly Act[] => [
  {
    verb: 'publish',
    of: 'two-flaws',
    by: 'aldermark-csirt',
    at: hoursFrom(now, -20),
    draft: warning({
      headline: 'Two flaws in remote access gateways are being scanned for from abroad',
      summary:
        'Our sensors see scans for CVE-2024-3400 and CVE-2023-46805 since yesterday. We know of no operator that was compromised.',
      actions: [{ text: 'Install both fixes, or take the gateways off the internet.', by: null }],
      contacts: [desk('CSIRT Aldermark', '+999 1 555 0120')],
      certainty: 'OBSERVED',
      sectorsConcerned: ['energy', 'drinking-water'],
      countriesConcerned: ['XA'],
      marking: 'GREEN',
      audience: { alternatives: [{ sectors: ['energy', 'drinking-water'] }], excludes: [] },
      externalReferences: cves('CVE-2024-3400', 'CVE-2023-46805'),
    }),
  },
  {
    verb: 'publish',
    of: 'gateways-entered',
    by: 'brennland-cyber-agency',
    at: hoursFrom(now, -7),
    draft: warning({
      headline: 'Intruders entered a heating plant through an exposed VPN gateway',
      summary:
        'Last night intruders came in through CVE-2024-3400 and looked at the drawings of the plant. Nothing was switched. They left when the gateway was restarted.',
      actions: [
        {
          text: 'Take remote access gateways with CVE-2024-3400 off the internet, or install the fix.',
          by: hoursFrom(now, 17).toISOString(),
        },
        { text: 'Tell us whether you saw logins from 203.0.113.0/24.', by: null },
      ],
      contacts: [desk('Brennland Office for Network Security, desk', '+999 2 555 0110')],
      severity: 'SEVERE',
      certainty: 'OBSERVED',
      sectorsConcerned: ['energy'],
      countriesConcerned: ['XB'],
      marking: 'GREEN',
      audience: { alternatives: [{ sectors: ['energy', 'drinking-water'] }], excludes: [] },
      externalReferences: cves('CVE-2024-3400'),
    }),
  },
];
