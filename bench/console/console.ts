// B23: the console in a browser over a real hub, against the least page of React that the same code serves: until the first
// view and a warning can be used, and what going through ten thousand warnings costs.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { openBrowser } from '../../test/support/chromium/open-browser.ts';
import { atMostTimes, percentile, type Row, reported } from '../figures.ts';
import { startRemote } from '../load/remote.ts';
import { untilIdle } from '../partnership.ts';
import { factsOf } from '../report.ts';
import type { Stage } from '../stage.ts';
import { type Interactive, interactiveAfter, type Place, scrollThrough, type Through } from './look.ts';
import { plantManyWarnings } from './many-warnings.ts';

const COUNT = 10_000;
const WAITING = 1_500;
const FLOOR = '.live-list [data-row]';
const WARNING = '#answer button';

type Samples = { readonly ours: number[]; readonly rival: number[] };
type Figure = Pick<Row, 'what' | 'unit'> & Samples & { readonly target?: number };

export const inTheConsole = async (stage: Stage): Promise<readonly Row[]> => {
  const { observer, seed, url, isQuick } = stage;
  stage.say(`  writing ${COUNT} warnings, of which ${WAITING} wait for an answer …`);
  const key = await plantManyWarnings(observer, { seed, count: COUNT, waiting: WAITING }, () =>
    untilIdle(observer),
  );
  const warning = await publish(stage);
  const rival = startRemote('rivals/react-page.ts', stage.hubEnv);
  const browser = await openBrowser();
  try {
    const empty = await rival.call<string>('open', process.env['TOCSIN_BENCH_PAGE']);
    const places = {
      empty: { url: `${empty}/`, shown: 'h1', key: null },
      floor: { url: `${url}/`, shown: FLOOR, key },
      warning: { url: `${url}/warning/${warning}`, shown: WARNING, key: stage.keys.reader },
    };
    const list = { url: `${empty}/?rows=${COUNT}`, shown: 'li', key: null };
    const until = await timesOf(places, isQuick ? 5 : 15, (place) => interactiveAfter(browser, place));
    const ways = { ours: [] as Through[], rival: [] as Through[] };
    for (let round = 0; round < (isQuick ? 2 : 5); round += 1) {
      ways.rival.push(await scrollThrough(browser, list, `[data-row="${COUNT - 1}"]`));
      ways.ours.push(await scrollThrough(browser, places.floor, `.live-list [aria-posinset="${COUNT}"]`));
      stage.say(`  ${round + 1}: ${JSON.stringify({ ours: ways.ours.at(-1), plain: ways.rival.at(-1) })}`);
    }
    const figures = figuresOf(until, ways);
    keepOwn(figures);
    return figures.map(rowOf);
  } finally {
    await browser.close();
    await rival.stop();
  }
};

const publish = async ({ load, url, keys, seed, observer }: Stage): Promise<string> => {
  await load.call('prepare', seed, 900_000, 0);
  const { warning } = await load.call<{ warning: string }>('fire', url, keys.publisher);
  await untilIdle(observer);
  return warning;
};

type Places = Readonly<Record<'empty' | 'floor' | 'warning', Place>>;
type Times = Record<keyof Places, Interactive[]>;

/** Each in turn, after one round that is discarded. */
const timesOf = async (
  places: Places,
  samples: number,
  measure: (place: Place) => Promise<Interactive>,
): Promise<Times> => {
  const times: Times = { empty: [], floor: [], warning: [] };
  for (let round = -1; round < samples; round += 1)
    for (const name of ['empty', 'floor', 'warning'] as const) {
      const found = await measure(places[name]);
      if (round >= 0) times[name].push(found);
    }
  return times;
};

const figuresOf = (
  { empty, floor, warning }: Times,
  ways: Record<'ours' | 'rival', readonly Through[]>,
): Figure[] => {
  const of = (name: keyof Through) => ({
    ours: ways.ours.map((each) => each[name]),
    rival: ways.rival.map((each) => each[name]),
  });
  const times = (name: keyof Interactive, ours: readonly Interactive[]) => ({
    unit: 'ms',
    ours: ours.map((each) => each[name]),
    rival: empty.map((each) => each[name]),
  });
  const through = `through ${COUNT} rows; a plain list of as many`;
  return [
    { what: 'watch floor interactive; an empty page', ...times('ms', floor), target: 8 },
    { what: 'the same: CPU of the main thread', ...times('cpuMs', floor) },
    { what: 'a warning interactive; an empty page', ...times('ms', warning), target: 8 },
    { what: 'the same: CPU of the main thread', ...times('cpuMs', warning) },
    { what: `${through}: longest frame`, unit: 'ms', ...of('longestFrameMs'), target: 2 },
    { what: `${through}: elements in the page`, unit: 'elements', ...of('nodes'), target: 0.2 },
    { what: `${through}: CPU of the main thread`, unit: 'ms', ...of('cpuMs') },
    { what: `${through}: memory of the script afterwards`, unit: 'MB', ...of('heapMegabytes') },
    { what: `${through}: time, with the pages of the hub`, unit: 's', ...of('seconds') },
  ];
};

const rowOf = ({ target, ...figure }: Figure): Row => {
  const row = { id: 'B23', ...figure };
  return target === undefined ? reported(row, row.ours, row.rival) : atMostTimes(target, row);
};

const FILE = path.join(import.meta.dirname, 'console.md');
const number = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(2));

/** Median and the tenth and ninetieth percentile: of a page in a browser the extremes are those of the machine. */
const spread = (values: readonly number[]): string =>
  `${number(percentile(values, 0.5))} [${number(percentile(values, 0.1))} ${number(percentile(values, 0.9))}]`;

const keepOwn = (figures: readonly Figure[]): void => {
  const facts = Object.entries(factsOf({})).map(([name, value]) => `- ${name}: ${value}`);
  const rows = figures.map(({ what, unit, ours, rival, target }) => {
    const ratios = ours.map((value, at) => value / (rival[at] ?? Number.NaN));
    const cells = [what, ours.length, `${spread(ours)} ${unit}`, spread(rival), spread(ratios)];
    return `| ${[...cells, target === undefined ? '' : `≤ ${target} ×`].join(' | ')} |`;
  });
  const page = [
    '# The console beside an empty page',
    '',
    'Made by `npm run bench -- --only b23`: median [p10 p90]; the ratio is taken sample by sample, each of which measured both in',
    `turn. The reader has ${COUNT} warnings, of which ${WAITING} wait for an answer. Each sample is a browser without a cache.`,
    '',
    ...facts,
    '',
    '| what | samples | Tocsin | rival | Tocsin ÷ rival | target |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
  ];
  writeFileSync(FILE, page.join('\n'));
};
