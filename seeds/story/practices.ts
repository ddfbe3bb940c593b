// The library: best practices, which use the same pipeline as warnings, and ATT&CK for ICS as one item published by the
// secretariat.
import { readFileSync } from 'node:fs';
import type { PracticeDraft } from '../../src/domain/warning.ts';
import type { Act } from '../acts.ts';
import { hoursFrom, practice } from './drafts.ts';
import { playbookBundle } from './playbook.ts';

const ATTACK = new URL('../../data/attack-ics/ics-attack-18.1.json', import.meta.url);
const EVERYBODY = { alternatives: [{}], excludes: [] };

export const library = (now: Date): readonly Act[] => [
  {
    verb: 'publish',
    of: 'attack-ics-18.1',
    by: 'secretariat',
    at: hoursFrom(now, -720),
    draft: attackIcs(),
  },
  {
    verb: 'publish',
    of: 'separate-engineering-from-office',
    by: 'secretariat',
    at: hoursFrom(now, -480),
    draft: separateNetworks(now),
  },
  {
    verb: 'publish',
    of: 'run-the-waterworks-by-hand',
    by: 'lakeshore-water',
    at: hoursFrom(now, -440),
    draft: runByHand(now),
  },
];

const attackIcs = (): PracticeDraft =>
  practice({
    headline: 'MITRE ATT&CK for ICS 18.1, the whole knowledge base',
    summary: [
      'Tactics and techniques against industrial control systems as they were observed, with groups, software,',
      'mitigations, detections and assets, as one STIX 2.1 bundle, unchanged. © 2025 The MITRE Corporation.',
      'This work is reproduced and distributed with the permission of The MITRE Corporation.',
    ].join(' '),
    practiceKind: 'GUIDELINE',
    problem: 'Describe what attackers do to control systems in the same terms as everybody else.',
    steps: [
      'Mark which techniques your own control network would show in its logs.',
      'For those it would not show, choose a mitigation, or write down why not.',
      'Name techniques by their number in what you report and publish.',
    ],
    licence: 'ATT&CK terms of use, data/attack-ics/LICENSE.txt',
    marking: 'CLEAR',
    audience: EVERYBODY,
    externalReferences: [
      { source: 'mitre-attack', id: null, url: 'https://attack.mitre.org/versions/v18/matrices/ics/' },
    ],
    bundle: JSON.parse(readFileSync(ATTACK, 'utf8')),
  });

const separateNetworks = (now: Date): PracticeDraft =>
  practice({
    headline: 'Separate the engineering workstation from the office network in four evenings',
    summary: [
      'How three small operators closed the usual path from an office mail to a controller, without stopping the',
      'plant: one firewall, one list of allowed connections, one jump host with a second factor.',
    ].join(' '),
    practiceKind: 'MEASURE',
    problem: 'A workstation that programs controllers is on the same network as the office.',
    steps: [
      'Write down every connection between office and control network for a week (M0947 Audit).',
      'Put a firewall between the two that denies everything (M0930 Network Segmentation).',
      'Allow only the connections on the list, by address and port (M0807 Network Allowlists).',
      'Let people in through one jump host with a second factor (M0932 Multi-factor Authentication).',
      'Keep a copy of all controller projects off the network (M0953 Data Backup).',
    ],
    evidence: 'In use at three operators for a year; confirmed in last autumn’s exercise.',
    limits: 'Not for safety systems: those stay separate from both networks.',
    licence: 'CC-BY-4.0',
    reviewDue: hoursFrom(now, 24 * 345)
      .toISOString()
      .slice(0, 10),
    marking: 'CLEAR',
    audience: EVERYBODY,
    externalReferences: ['M0930', 'M0807', 'M0932', 'M0953', 'M0947'].map((id) => ({
      source: 'mitre-attack',
      id,
      url: `https://attack.mitre.org/mitigations/${id}`,
    })),
  });

const runByHand = (now: Date): PracticeDraft =>
  practice({
    headline: 'Run a waterworks by hand for a day',
    summary: [
      'A playbook from a water union that lost its control system twice: who goes to which pump, what is written down',
      'each hour, and when to stop. Fits works of up to 100,000 people.',
    ].join(' '),
    practiceKind: 'PLAYBOOK',
    problem: 'The control system cannot be trusted, and water must flow.',
    steps: [
      'Switch pumps and dosing to local, and take the remote lines out of their sockets.',
      'Send two people to each pumping station, with radio and the printed valve plan.',
      'Measure chlorine and level by hand every hour, on paper.',
      'Fill the high tanks before the evening peak, whatever the tariff.',
      'Call the hospitals and the fire service when tanks are below one third.',
      'Go back to remote control only when two people have compared set points with the paper.',
    ],
    evidence: 'Used in an outage of 19 hours; nobody was without water.',
    limits: 'Needs one trained person for every two stations.',
    licence: 'CC-BY-4.0',
    reviewDue: hoursFrom(now, 24 * 300)
      .toISOString()
      .slice(0, 10),
    sectorsConcerned: ['drinking-water', 'waste-water'],
    marking: 'GREEN',
    audience: { alternatives: [{ sectors: ['drinking-water', 'waste-water'] }], excludes: [] },
    bundle: playbookBundle(),
  });
