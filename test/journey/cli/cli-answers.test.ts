// Answers, help, reminders, and taking something back, on the command line; and an essential action, which is proposed.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { recallWarning } from '../../../src/service/warning/recall/recall-warning.ts';
import { updateWarning } from '../../../src/service/warning/update-warning.ts';
import { openTestEndpoint, type TestEndpoint } from '../../support/endpoint.ts';
import { draft } from '../../support/hub.ts';
import { startProcess } from '../../support/processes.ts';
import { publishBy, to } from '../../support/publish.ts';
import { correctBy } from '../../support/world/further-versions.ts';

let endpoint: TestEndpoint;
let folder: string;
const keys = { officer: '', grid: '', admin: '', water: '', hospital: '' };
let warning: string;
let plain: string;
const inADay = (): string => new Date(Date.now() + 24 * 3_600_000).toISOString();

beforeAll(async () => {
  endpoint = await openTestEndpoint();
  folder = mkdtempSync(path.join(tmpdir(), 'tocsin-answers-'));
  keys.officer = await endpoint.token('cyberAgency', 'publisher');
  keys.grid = await endpoint.token('northGrid', 'analyst');
  keys.admin = await endpoint.token('northGrid', 'member-admin');
  keys.water = await endpoint.token('riverWater', 'analyst');
  keys.hospital = await endpoint.token('cityHospital', 'analyst');
  plain = await publishBy(endpoint, 'cyberAgency', { headline: 'Pumps stop', audience: to('cityHospital') });
  warning = await publishBy(endpoint, 'cyberAgency', {
    headline: 'Breakers open by themselves',
    marking: 'AMBER',
    audience: to('northGrid', 'riverWater'),
    level: 'RECOMMENDATION',
    answerBy: inADay(),
  });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await endpoint.close();
});

const tocsin = async (by: keyof typeof keys, ...args: string[]) => {
  const environment = { TOCSIN_KEY: keys[by], TOCSIN_URL: endpoint.url, NO_COLOR: '1' };
  const program = startProcess('src/cli/main.ts', environment, args);
  const code = await program.ended();
  return { code, said: program.said().join('\n') };
};

const BY = String.raw`\d{4}-\d\d-\d\d \d\d:\d\d`;

test('what is asked, by when and how to answer stands wherever a reader looks', async () => {
  const [feed, page, own, none] = await Promise.all([
    tocsin('grid', 'feed'),
    tocsin('grid', 'warning', 'show', warning),
    tocsin('officer', 'warning', 'show', warning),
    tocsin('hospital', 'answer', 'list'),
  ]);
  const command = `tocsin ack ${warning} --answer WORD --of-version 1`;
  expect(feed.said).toMatch(new RegExp(`Recommendation: answer by ${BY}Z`));
  expect(feed.said).toContain(command);
  expect(page.said).toMatch(new RegExp(`\\nRecommendation: answer by ${BY} UTC \\(in 24 h\\)\\.`));
  expect(page.said).toContain(`(WORD is not-affected, affected, acted or need-help):\n${command}\n`);
  // Whoever asks is not asked.
  expect(own.said).toMatch(/Recommendation: you ask for an answer by /);
  expect(own.said).not.toContain('tocsin ack');
  const html = await endpoint.get(keys.grid, `/warnings/${warning}`);
  expect(html.body).toContain(command);
  // What nobody asked an answer to by a time is not what is unanswered.
  expect(none.said).toBe(
    'Nobody asks you for an answer by a time. 1 item of the past week is without an answer of yours: tocsin feed --since 1w --unanswered',
  );
  expect((await tocsin('hospital', 'feed', '--since', '1w', '--unanswered')).said).toContain(plain);
  const { said } = await tocsin('grid', 'warning', 'show', warning, '--stix');
  const { objects } = JSON.parse(said) as { objects: { type: string; extensions?: object }[] };
  const report = objects.find(({ type }) => type === 'report');
  expect(Object.values(report?.extensions ?? {})).toEqual([
    expect.objectContaining({ level: 'recommendation', answer_by: expect.stringMatching(/Z$/) }),
  ]);
});

test('a member answers for its sites, asks for help, and is reminded', async () => {
  const plan = await tocsin('admin', 'answer', 'plan', '--site', 'plant=The plant', 'office=The office');
  expect(plan).toEqual({ code: 0, said: expect.stringContaining('Sites: plant, office') });
  const [site, help] = await Promise.all([
    tocsin('grid', 'ack', warning, '--answer', 'affected', '--site', 'plant'),
    tocsin('water', 'ack', warning, '--answer', 'need-help', '--note', 'Which breakers?'),
  ]);
  expect(site).toEqual({ code: 0, said: expect.stringContaining('Answered: affected, for version 1') });
  expect(help.code).toBe(0);
  // Who asks for help is told who helps, until when, and where to look.
  expect(help.said).toMatch(/A case is open: cyber-agency is to take it by .*Z.* tocsin case show case--/);
  const [waits, cases, reminded, rolled] = await Promise.all([
    tocsin('grid', 'answer', 'list'),
    tocsin('officer', 'case', 'list'),
    tocsin('officer', 'warning', 'remind', warning),
    tocsin('officer', 'warning', 'answers', warning),
  ]);
  expect(waits.said).toMatch(new RegExp(`affected +${warning} +Breakers open`));
  expect(cases.said).toMatch(new RegExp(`case--.* river-water +open .* ${warning}`));
  // The office has not answered: the list counts as the reminder does.
  const { said: listed } = await tocsin('officer', 'delivery', 'list', warning);
  expect(listed.replaceAll(/\s+/g, ' ')).toContain('1 of 2 members has not answered: of these 1 not in full');
  expect(reminded.said).toMatch(/^1 member that you see will be reminded within a minute\./);
  expect(rolled.said).toContain('Fewer than five members that can be counted have it.');
});

test('an essential action is proposed, and who may approve it is said', async () => {
  const file = path.join(folder, 'essential.json');
  const {
    kind: _,
    bundle: _b,
    ...given
  } = draft({
    headline: 'Open the breakers by hand',
    audience: to('northGrid'),
    level: 'ESSENTIAL_ACTION',
    answerBy: inADay(),
  });
  writeFileSync(file, JSON.stringify(given));
  const withBundle = path.join(folder, 'bundle.json');
  writeFileSync(
    withBundle,
    JSON.stringify({
      ...given,
      bundle: { type: 'bundle', id: 'bundle--5d1c1d1e-4f0e-4a57-9d0c-3f6f3f1f8f11', objects: [] },
    }),
  );
  const [proposed, trial] = await Promise.all([
    tocsin('officer', 'publish', file),
    tocsin('officer', 'publish', file, '--dry-run'),
  ]);
  expect(proposed.code).toBe(0);
  expect(proposed.said).toMatch(
    /^Proposed, not sent yet: Open the breakers by hand\n {2}This new warning, version 1, would go to 1 other member\./,
  );
  expect(proposed.said).toMatch(/\/approvals, signed in; a key cannot\. Who may: approver, manager[.;]/);
  expect(proposed.said).toMatch(/tocsin approval withdraw approval--/);
  expect(trial.said).toContain('another person approves it before it goes');
  expect(await endpoint.hub.warnings.rows.countDocuments()).toBe(2);
});

test('what was shared too widely is narrowed, and what should not have been sent is recalled', async () => {
  const narrow = (...args: string[]) =>
    tocsin('officer', 'warning', 'narrow', warning, '--reason', 'Not yours', ...args);
  const [trial, wider] = await Promise.all([
    narrow('--exclude', 'river-water', '--dry-run'),
    narrow('--marking', 'green', '--yes'),
  ]);
  expect(trial).toEqual({
    code: 0,
    said: expect.stringMatching(/^Would narrow: Breakers open by themselves/),
  });
  expect(wider).toEqual({
    code: 1,
    said: expect.stringMatching(/NOT_NARROWER at \$\.marking(?:.|\n)*WIDEN_MARKING/),
  });
  const unsaid = await narrow('--exclude', 'river-water');
  expect(unsaid).toMatchObject({ code: 2, said: expect.stringContaining('There is no terminal to ask at') });
  const narrowed = await narrow('--exclude', 'river-water', '--yes');
  expect(narrowed.said).toMatch(
    /^Narrowed: [^\n]*\n {2}1 other member keeps it\.\n {2}1 member loses it and is asked to destroy it/,
  );
  expect(narrowed.said).toMatch(/Who has confirmed: tocsin delivery list warning--/);
  const recall = ['warning', 'recall', warning, '--reason', 'It was a drill'];
  const unasked = await tocsin('officer', ...recall);
  expect(unasked).toMatchObject({ code: 2, said: expect.stringContaining('There is no terminal to ask at') });
  const recalled = await tocsin('officer', ...recall, '--yes');
  expect(recalled.said).toMatch(/^Recalled: Breakers open by themselves/);
  await endpoint.drain();
  // Narrowed and recalled are not cancelled: there is something to do, and to confirm.
  for (const [by, word, headline] of [
    ['water', 'NARROWED', 'This is not addressed to you any more'],
    ['grid', 'RECALLED', 'This warning was recalled'],
  ] as const) {
    const [feed, list] = await Promise.all([tocsin(by, 'feed'), tocsin(by, 'answer', 'list')]);
    expect(feed.said).toContain(`${word}: ${headline}`);
    expect(feed.said).toMatch(new RegExp(`Z {2}${word.toLowerCase()} `));
    expect(feed.said).toContain('Confirm it once you have done it.');
    expect(feed.said).toMatch(/tocsin ack warning--\S+ --answer acted --of-version \d/);
    expect(feed.said).not.toMatch(/CANCELLED|unknown|you: /);
    expect(list.said).toContain(`${word.toLowerCase()}: confirm`);
    const [, id = '', version = ''] =
      new RegExp(`${word}: ${headline}[^]*?tocsin ack (\\S+) --answer acted --of-version (\\d)`).exec(
        feed.said,
      ) ?? [];
    const page = await tocsin(by, 'warning', 'show', id);
    expect(page.said).toMatch(new RegExp(`\\n${word}[ ,]`));
    // A recall has taken the place of what was read: only whoever says that it was the recall confirms it.
    const unread = await tocsin(by, 'ack', id, '--answer', 'acted');
    expect(unread.code).toBe(word === 'RECALLED' ? 1 : 0);
    const wrong = await tocsin(by, 'ack', id, '--answer', 'acted', '--of-version', '7');
    expect([wrong.code, wrong.said]).toEqual([1, expect.stringContaining('VERSION_CONFLICT')]);
    await tocsin(by, 'ack', id, '--answer', 'acted', '--of-version', version);
    expect((await tocsin(by, 'feed')).said).toContain('You have confirmed it.');
  }
});

test('the list of deliveries says how far back it looks, and shows each former version', async () => {
  const officer = await endpoint.actor('cyberAgency');
  const id = await publishBy(endpoint, 'cyberAgency', {
    headline: 'Valves close',
    audience: to('northGrid', 'riverWater'),
  });
  expect((await tocsin('grid', 'ack', id, '--answer', 'affected', '--note', 'Two valves')).code).toBe(0);
  const { kind: _k, marking: _m, audience: _a, allowEmptyAudience: _e, exercise: _x, ...texts } = draft();
  const correct = async (expectedVersion: number) => {
    const request = { id, expectedVersion, draft: { ...texts, headline: `Valves close ${expectedVersion}` } };
    expect(await updateWarning(endpoint.hub, officer, request)).toMatchObject({ ok: true });
    await endpoint.drain();
  };
  for (const version of [1, 2, 3, 4, 5]) await correct(version);
  const whole = await tocsin('officer', 'delivery', 'list', id);
  expect([whole.code, whole.said]).toEqual([0, expect.stringContaining('(version 6)')]);
  expect(whole.said).not.toContain('not looked at');
  for (const version of [6, 7]) await correct(version);
  const cut = (await tocsin('officer', 'delivery', 'list', id)).said.replaceAll(/\s+/g, ' ');
  expect(cut).toContain(
    'Versions 1 to 2 were not looked at for answers of members that are not listed any more: add --of-version 2.',
  );
  const former = await tocsin('officer', 'delivery', 'list', id, '--of-version', '1');
  expect(former.said).toContain('(version 1, now 8)');
  expect(former.said).toContain('Two valves');
  const none = await tocsin('officer', 'delivery', 'list', id, '--of-version', '9');
  expect([none.code, none.said]).toEqual([expect.any(Number), expect.stringContaining('has no version 9')]);
  expect(none.code).not.toBe(0);
});

test('what was answered to a version that asks the same is answered, whoever counts', async () => {
  const asks = { level: 'RECOMMENDATION', answerBy: inADay() } as const;
  const id = await publishBy(endpoint, 'cyberAgency', {
    headline: 'Relays hum',
    audience: to('northGrid', 'riverWater'),
    ...asks,
  });
  for (const [by, answer] of [
    ['grid', 'investigating'],
    ['water', 'affected'],
  ] as const)
    expect((await tocsin(by, 'ack', id, '--answer', answer)).code).toBe(0);
  const { kind: _k, marking: _m, audience: _a, allowEmptyAudience: _e, exercise: _x, ...texts } = draft();
  const request = { id, expectedVersion: 1, draft: { ...texts, headline: 'Relays hum louder', ...asks } };
  expect(await updateWarning(endpoint.hub, await endpoint.actor('cyberAgency'), request)).toMatchObject({
    ok: true,
  });
  await endpoint.drain();
  const list = (await tocsin('officer', 'delivery', 'list', id, '--unanswered')).said;
  expect(list.replaceAll(/\s+/g, ' ')).toContain('1 of 2 members has not answered');
  expect(list).toMatch(/^north-grid .* investigating to v1$/m);
  expect(list).not.toMatch(/^river-water/m);
  expect(list).toContain('tocsin person contacts MEMBER');
  expect((await tocsin('officer', 'warning', 'remind', id, '--dry-run')).said).toMatch(
    /^1 member that you see/,
  );
  expect((await tocsin('grid', 'answer', 'list')).said).toMatch(
    new RegExp(`investigating, to version 1 +${id}`),
  );
  expect((await tocsin('grid', 'feed', '--unanswered')).said).toContain(id);
  expect((await tocsin('water', 'feed', '--unanswered')).said).not.toContain(id);

  // Of a former version who had answered it, and it asks nobody any more.
  const formerly = async (version: number): Promise<string> =>
    (await tocsin('officer', 'delivery', 'list', id, '--unanswered', '--of-version', `${version}`)).said;
  expect((await formerly(1)).replaceAll(/\s+/g, ' ')).toContain('1 of 2 members has not answered');
  expect(await formerly(1)).toMatch(/^north-grid .* investigating$/m);
  expect(await formerly(1)).not.toMatch(/^river-water/m);

  // Asked anew, a call for help to the version before is no answer, and is not lost from sight.
  expect((await tocsin('water', 'ack', id, '--answer', 'need-help')).code).toBe(0);
  const anew = { ...request, expectedVersion: 2, draft: { ...request.draft, answerBy: inADay() } };
  expect(await updateWarning(endpoint.hub, await endpoint.actor('cyberAgency'), anew)).toMatchObject({
    ok: true,
  });
  await endpoint.drain();
  const asked = (await tocsin('officer', 'delivery', 'list', id, '--unanswered')).said;
  expect(asked.replaceAll(/\s+/g, ' ')).toContain('1 NEED HELP');
  expect(asked.replaceAll(/\s+/g, ' ')).toContain('2 of 2 members have not answered');
  expect(asked).toMatch(/^river-water .* need-help to v2$/m);
  expect((await tocsin('water', 'feed', '--unanswered')).said).toContain(id);
  expect(await formerly(2)).toMatch(/^north-grid/m);
  expect(await formerly(2)).not.toMatch(/^river-water/m);
});

test('an answer without a word says seen of a correction that asks for more, and what was answered before', async () => {
  const toDo = (text: string) => ({ actions: [{ text, by: null }] });
  const by = 'cyberAgency';
  const id = await publishBy(endpoint, by, { audience: to('cityHospital'), ...toDo('Update to 12.7.7') });
  await tocsin('hospital', 'ack', id, '--answer', 'acted');
  await correctBy(endpoint, { by, id, expectedVersion: 1 }, toDo('Update to 12.7.8'));
  const { said, code } = await tocsin('hospital', 'ack', id);
  expect(code).toBe(0);
  expect(said).toContain(`Answered: seen, for version 2 of ${id}.`);
  expect(said).toContain('Your answer to version 1 was acted; what to do has changed since.');

  // A recall asks for one thing, and no former answer may hold for it.
  const recalled = { id, expectedVersion: 2, reason: 'It was an error.', whatToDo: null, language: 'en' };
  expect(await recallWarning(endpoint.hub, await endpoint.actor(by), recalled)).toMatchObject({ ok: true });
  await endpoint.drain();
  const seen = await tocsin('hospital', 'ack', id, '--of-version', '3');
  expect(seen.said).toContain(`Answered: seen, for version 3 of ${id}.`);
  expect(seen.said).not.toContain('Your answer to version');
});
