// Every view of the console, as those who open it see it in a world of hostile texts: what is pressed there, and what has to be there
// then. A view that does not show it is not looked at, and fails.
import type { HostileObjects } from './hostile/objects.ts';
import type { HostileVersions } from './hostile/versions.ts';

export type View = {
  readonly path: string;
  /** The key of whoever looks at it. */
  readonly key: string;
  /** What it shows once it is there. */
  readonly shown: string;
  /** What is pressed then, one after the other. */
  readonly presses?: readonly string[];
  /** What is seen in the end, when everything that was folded is open. */
  readonly holds?: readonly string[];
  /** How long it is waited for; ten seconds when absent. */
  readonly heldMs?: number;
};

export type Planted = {
  /** Of warnings, each of other texts; the first is recalled. */
  readonly ids: readonly string[];
  /** Of an endpoint that has a log. */
  readonly log: string;
  readonly objects: HostileObjects;
  readonly versions: HostileVersions;
};

/** By who looks: who published most of it, who has it, and who administers a member and the hub. */
export type Keys = Readonly<Record<'publisher' | 'reader' | 'admin', string>>;

type Unkeyed = Omit<View, 'key'>;

export const viewsIn = (planted: Planted, keys: Keys): View[] => {
  const of = (key: string, views: readonly Unkeyed[]): View[] => views.map((view) => ({ ...view, key }));
  return [
    ...of(keys.publisher, [
      ...PLAIN.map((path) => ({ path, shown: 'h1' })),
      ...ofWarnings(planted),
      ...ofObjects(planted.objects),
      ...ofVersions(planted.versions),
      { path: `/publish?of=${planted.versions.warning}`, shown: 'form.publish-form', ...LAST },
    ]),
    ...of(keys.reader, [
      { path: `/warning/${planted.ids[1]}`, shown: '#answer', holds: ['#answer blockquote', '.feedback'] },
      { path: '/', shown: '.live-list [data-row]', holds: ['.needs [data-row]'] },
      ...ofVersions(planted.versions),
    ]),
    ...of(keys.admin, ADMINISTRATION),
  ];
};

const PLAIN = [
  '/',
  '/?wall=true',
  '/publish',
  '/publish?kind=practice',
  '/board',
  '/cases',
  '/effect',
  '/subscriptions',
  '/subscriptions?edit=new',
  '/channels',
  '/channels?add=mail',
  '/sectors',
  '/hub',
];

/** The form that takes a warning from some of those who have it, with the first of them chosen. */
const NARROWING = ['header button.danger >> nth=1', '.narrow-choices input'];

const ofWarnings = ({ ids, log }: Planted): Unkeyed[] => [
  { path: `/warning/${ids[1]}`, shown: 'h1' },
  { path: `/board/${ids[0]}`, shown: 'h1' },
  { path: `/board/${ids[1]}`, shown: 'h1' },
  { path: `/board/${ids[1]}`, shown: 'main tbody tr', presses: NARROWING },
  { path: `/channels?log=${log}`, shown: 'h1' },
  { path: '/developers', shown: 'h1', holds: ['#schema details pre'] },
  { path: '/?severity=MINOR&country=ZZ', shown: 'h1', holds: ['main .notice dl.facts'] },
];

/** What the objects of a warning open to, and the graph of them. */
const GRAPH = 'main section[aria-labelledby="graph"]';

/** What shows what producers write besides the texts of a warning, and what opens over a view. */
const ofObjects = ({ warning, practice, drill, exercise }: HostileObjects): Unkeyed[] => [
  {
    path: `/warning/${warning}`,
    shown: '#indicators',
    presses: [`${GRAPH} button`],
    holds: [
      'main section.panel > details.object .object-body',
      'main li.step',
      `${GRAPH} svg`,
      `${GRAPH} table`,
    ],
  },
  { path: `/warning/${practice}`, shown: '#do' },
  { path: `/warning/${drill}`, shown: '#indicators' },
  { path: '/indicators?all=yes', shown: 'main section.panel table' },
  { path: `/indicators?all=yes&exercise=${exercise}`, shown: 'main section.panel table' },
  { path: '/practices', shown: 'main article' },
  { path: '/duplicates', shown: 'main .compare' },
  { path: '/duplicates?of=objects', shown: 'main .compare' },
  { path: `/?exercise=${exercise}`, shown: '.live-list [data-row]' },
  {
    path: `/publish?of=${warning}`,
    shown: 'form.publish-form',
    holds: ['section[aria-labelledby="seen"] > details pre[lang="en"]'],
  },
  { path: '/', shown: '.live-list [data-row]', presses: ['header button.plain'] },
];

/** The first version against the third, with each object in which they differ. */
const COMPARED = {
  shown: '#versions',
  presses: ['#versions > summary', '#versions input[name="versions-from"] >> nth=2'],
};
const DIFFERENCE = '#versions section[aria-labelledby="version-difference"]';

const ofVersions = ({ warning, practice }: HostileVersions): Unkeyed[] => [
  {
    path: `/warning/${warning}`,
    ...COMPARED,
    holds: [
      `${DIFFERENCE} td del`,
      `${DIFFERENCE} td ins`,
      `${DIFFERENCE} details.object td ins`,
      '#changes',
    ],
  },
  {
    path: `/warning/${practice}`,
    ...COMPARED,
    holds: [`${DIFFERENCE} td del`, `${DIFFERENCE} td ins`, '#changes'],
  },
];

/** Whether a view shows what differs between versions. */
export const isOfVersions = ({ holds = [] }: View): boolean =>
  holds.some((each) => each.startsWith(DIFFERENCE));

/** The last page before a correction goes out. */
const LAST = {
  presses: ['form.publish-form button[type="submit"]'],
  holds: ['.last-sentence', '.last section.panel >> nth=1'],
};

const ADMINISTRATION: readonly Unkeyed[] = [
  { path: '/people', shown: 'main tbody tr' },
  { path: '/people?of=cyber-agency%2Fp0', shown: 'main .facts' },
  { path: '/keys?whose=member', shown: 'main tbody tr' },
  { path: '/members', shown: 'main article' },
  { path: '/members/cyber-agency', shown: 'main tbody tr' },
  { path: '/communities', shown: 'main tbody tr' },
  { path: '/communities/table-0', shown: 'main .facts' },
  { path: '/proposals', shown: 'main article', holds: ['main article details pre'] },
  { path: '/audit', shown: 'main tbody tr' },
  { path: '/retention', shown: 'main tbody tr' },
  { path: '/hub', shown: 'h1', holds: ['section[aria-labelledby="jobs"] td.fault'] },
  { path: '/proposals', shown: 'main article', presses: ['main button'] },
];
