// The days before the live warning: warnings, corrections, a cancellation, answers, and one exercise. Times count back
// from the time of seeding, so that the story is always of this week.
import type { Act } from '../acts.ts';
import { desk, hoursFrom, warning } from './drafts.ts';
import { gateways } from './gateways.ts';

type Acknowledgement = Extract<Act, { verb: 'acknowledge' }>;
type Answer = readonly [by: string, hours: number, answer: Acknowledgement['answer'], note?: string];

const answers = (now: Date, of: string, version: number, rows: readonly Answer[]): Act[] =>
  rows.map(([by, hours, answer, note]) => ({
    verb: 'acknowledge',
    of,
    by,
    at: hoursFrom(now, hours),
    version,
    answer,
    note: note ?? null,
  }));

export const EXERCISE = 'first-light-2026';

const bankMail = (now: Date): readonly Act[] => [
  {
    verb: 'publish',
    of: 'bank-mail',
    by: 'brennland-cyber-agency',
    at: hoursFrom(now, -216),
    draft: warning({
      headline: 'Forged mails of the clearing house ask banks for a new payment key',
      summary:
        'Three banks were asked in the name of the clearing house to install a new payment key. The file opens a way in. The clearing house sends no keys by mail.',
      actions: [
        { text: 'Hold every mail that brings a payment key.', by: null },
        { text: 'Call the clearing house on the number you have, not the one in the mail.', by: null },
      ],
      contacts: [desk('Brennland Office for Network Security, desk', '+999 2 555 0110')],
      validUntil: hoursFrom(now, -48).toISOString(),
      sectorsConcerned: ['banking'],
      countriesConcerned: ['XB'],
      marking: 'AMBER',
      audience: { alternatives: [{ sectors: ['banking'] }], excludes: [] },
    }),
  },
  ...answers(now, 'bank-mail', 1, [
    ['sundmark-bank', -215, 'AFFECTED', 'One clerk opened the file; the machine is off the network.'],
    ['ostrel-clearing-bank', -214, 'NOT_AFFECTED'],
    ['island-savings', -210, 'SEEN'],
  ]),
];

const feederTrips = (now: Date): readonly Act[] => [
  {
    verb: 'publish',
    of: 'feeder-trips',
    by: 'northreach-grid',
    at: hoursFrom(now, -120),
    draft: warning({
      headline: 'Trip commands on feeder protection that nobody sent',
      summary:
        'Twice this week a feeder tripped on a command that is in nobody’s log. We ask the circle to compare: same relay family, same hour, same source address in the station network?',
      actions: [
        { text: 'Compare the last 14 days of relay logs with the control room log.', by: null },
        { text: 'Tell the circle what you find, even if it is nothing.', by: null },
      ],
      contacts: [desk('Northreach control room', '+999 1 555 0142')],
      severity: 'SEVERE',
      certainty: 'POSSIBLE',
      sectorsConcerned: ['energy/electricity'],
      marking: 'AMBER',
      audience: { alternatives: [{ communities: ['energy-circle'] }], excludes: [] },
    }),
  },
  ...answers(now, 'feeder-trips', 1, [
    ['vale-power', -118, 'NOT_AFFECTED', 'Nothing in 14 days.'],
    ['sundmark-net', -112, 'AFFECTED', 'One trip, same hour. We sent the log to your control room.'],
    ['energy-circle', -110, 'SEEN'],
  ]),
];

const PUMPS = {
  headline: 'Pump controllers reachable with the default password',
  actions: [
    { text: 'Change the password of every pump controller.', by: null },
    { text: 'Take the controller’s web page off the internet.', by: null },
  ],
  contacts: [desk('CSIRT Aldermark', '+999 1 555 0120')],
  severity: 'SEVERE',
  sectorsConcerned: ['drinking-water', 'waste-water'],
  countriesConcerned: ['XA'],
  marking: 'AMBER',
  audience: { alternatives: [{ sectors: ['drinking-water', 'waste-water'] }], excludes: [] },
} as const;

const pumpPasswords = (now: Date): readonly Act[] => [
  {
    verb: 'publish',
    of: 'pump-passwords',
    by: 'aldermark-csirt',
    at: hoursFrom(now, -150),
    draft: warning({
      ...PUMPS,
      summary: 'A scan found 40 pump controllers on the internet with their factory password.',
    }),
  },
  {
    verb: 'correct',
    of: 'pump-passwords',
    by: 'aldermark-csirt',
    at: hoursFrom(now, -146),
    version: 1,
    draft: warning({
      ...PUMPS,
      headline: 'Corrected: 14 pump controllers with the default password, not 40',
      summary:
        'The scan counted some controllers several times. There are 14 controllers at six works; their owners have been called. The advice still applies to all others.',
    }),
  },
  ...answers(now, 'pump-passwords', 2, [
    ['ostrel-water', -145, 'ACTED', 'Two controllers; passwords changed, web page closed.'],
    ['lakeshore-water', -140, 'NOT_AFFECTED'],
    ['atoll-water', -130, 'NEED_HELP', 'The supplier’s manual does not say how.'],
  ]),
];

const cableFault = (now: Date): readonly Act[] => [
  {
    verb: 'publish',
    of: 'cable-fault',
    by: 'coral-cyber-agency',
    at: hoursFrom(now, -96),
    draft: warning({
      headline: 'Sea cable to the Coral Islands may have been cut',
      summary: 'Both pairs of the cable lost light at 02:31 UTC. A deliberate cut is not excluded.',
      actions: [{ text: 'Move what matters to the satellite line.', by: hoursFrom(now, -90).toISOString() }],
      contacts: [desk('Digital Authority of the Coral Islands', '+999 3 555 0100')],
      urgency: 'IMMEDIATE',
      severity: 'SEVERE',
      certainty: 'POSSIBLE',
      sectorsConcerned: ['telecom'],
      countriesConcerned: ['XC'],
      marking: 'GREEN',
      audience: { alternatives: [{ sectors: ['telecom'], countries: ['XB', 'XC'] }], excludes: [] },
    }),
  },
  {
    verb: 'cancel',
    of: 'cable-fault',
    by: 'coral-cyber-agency',
    at: hoursFrom(now, -92),
    version: 1,
    reason: 'A power unit at the landing station had failed. The cable is intact, and light is back.',
  },
];

const closedCircles = (now: Date): readonly Act[] => [
  {
    verb: 'publish',
    of: 'gateway-credentials',
    by: 'aldermark-cyber-agency',
    at: hoursFrom(now, -60),
    draft: warning({
      headline: 'Credentials of grid gateways are for sale',
      summary:
        'A seller offers logins to remote access gateways of electricity operators in Aldermark, with samples that are genuine. Your organisation only: the seller must not learn that we know.',
      actions: [
        {
          text: 'Change all gateway credentials at once, in one night.',
          by: hoursFrom(now, -36).toISOString(),
        },
        { text: 'Do not contact the seller, and do not scan.', by: null },
      ],
      contacts: [desk('Aldermark Cyber Agency, duty officer', '+999 1 555 0100')],
      severity: 'SEVERE',
      certainty: 'OBSERVED',
      sectorsConcerned: ['energy/electricity'],
      countriesConcerned: ['XA'],
      marking: 'AMBER+STRICT',
      audience: {
        alternatives: [{ sectors: ['energy/electricity'], countries: ['XA'], kinds: ['OPERATOR'] }],
        excludes: [],
      },
    }),
  },
  ...answers(now, 'gateway-credentials', 1, [['vale-power', -50, 'ACTED', 'Changed in the night.']]),
  {
    verb: 'publish',
    of: 'border-line',
    by: 'aldermark-cyber-agency',
    at: hoursFrom(now, -40),
    draft: warning({
      headline: 'For your eyes only: the border line may be next',
      summary:
        'A source that we cannot name mentions the power line between Aldermark and Brennland. We send this to two people, so that they can talk to each other.',
      actions: [{ text: 'Call each other today, on a phone outside your own network.', by: null }],
      contacts: [desk('Aldermark Cyber Agency, duty officer', '+999 1 555 0100')],
      severity: 'SEVERE',
      certainty: 'POSSIBLE',
      sectorsConcerned: ['energy/electricity'],
      countriesConcerned: ['XA', 'XB'],
      marking: 'RED',
      audience: {
        alternatives: [{ persons: ['brennland-state-contact/duty-desk', 'northreach-grid/control-room'] }],
        excludes: [],
      },
    }),
  },
];

const exercise = (now: Date): readonly Act[] => [
  {
    verb: 'publish',
    of: 'exercise-first-light',
    by: 'secretariat',
    at: hoursFrom(now, -26),
    draft: warning({
      headline: 'EXERCISE EXERCISE EXERCISE: rail signalling centre dark on both sides of the border',
      summary:
        'EXERCISE EXERCISE EXERCISE. For play in First Light only: a signalling centre stops, and trains are stuck in the tunnel. Real events during play begin with REAL WORLD. EXERCISE EXERCISE EXERCISE',
      actions: [
        {
          text: 'EXERCISE: say who decides that trains move by sight.',
          by: hoursFrom(now, -24).toISOString(),
        },
        { text: 'EXERCISE: acknowledge with what you would need.', by: hoursFrom(now, -22).toISOString() },
      ],
      contacts: [desk('Exercise control', '+999 9 555 0190', 'during play')],
      urgency: 'IMMEDIATE',
      severity: 'SEVERE',
      certainty: 'OBSERVED',
      sectorsConcerned: ['transport/rail'],
      countriesConcerned: ['XA', 'XB'],
      marking: 'GREEN',
      audience: {
        alternatives: [
          { sectors: ['transport/rail'] },
          { kinds: ['AGENCY', 'NATIONAL_CSIRT', 'STATE_CONTACT'], countries: ['XA', 'XB'] },
        ],
        excludes: [],
      },
      exercise: EXERCISE,
    }),
  },
  ...answers(now, 'exercise-first-light', 1, [
    ['aldermark-rail', -25, 'NEED_HELP', 'EXERCISE: two dispatchers who know the tunnel.'],
  ]),
];

export const pastDays = (now: Date): readonly Act[] => [
  ...bankMail(now),
  ...pumpPasswords(now),
  ...feederTrips(now),
  ...cableFault(now),
  ...closedCircles(now),
  ...exercise(now),
  ...gateways(now),
];
