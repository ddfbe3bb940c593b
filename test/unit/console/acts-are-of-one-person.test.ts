// An act of the console is of whoever pressed: an attempt that waits while somebody else signs in is never sent as theirs.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { MutationObserver, QueryClient } from '@tanstack/react-query';
import { AskError, ask, showAs } from '../../../src/console/app/ask.ts';
import { AnswerDocument } from '../../../src/console/operations/graphql.generated.ts';
import { ownOptions } from '../../../src/console/ui/act/own-options.ts';

const anna = { who: 'north-grid anna', person: 'anna' };
const berta = { who: 'north-grid berta', person: 'berta' };
const input = { warning: 'warning--1', answer: 'SEEN' as const };

test('what is pressed as one person is not sent once the tab shows another, or nobody', async () => {
  for (const now of [berta, null]) {
    showAs(now);
    await expect(
      ask(AnswerDocument, { input }, { idempotencyKey: 'one', as: anna.who }),
    ).rejects.toMatchObject({ code: 'SESSION_OF_ANOTHER' });
  }
});

test('a second attempt is none of whoever came meanwhile, and what follows an act neither', async () => {
  const done: string[] = [];
  const attempts: string[] = [];
  const pressed = async (now: typeof anna, fails: boolean): Promise<void> => {
    showAs(anna);
    const act = async (name: string): Promise<string> => {
      attempts.push(name);
      showAs(now);
      if (fails && attempts.filter((each) => each === name).length === 1) throw new AskError('NETWORK', '');
      return name;
    };
    const options = ownOptions({ act, onDone: (name) => done.push(name) });
    const once = new MutationObserver(new QueryClient(), { ...options, retry: 1, retryDelay: 0 });
    await once.mutate({ input: `${now.person} ${fails}`, as: anna.who });
  };
  await pressed(anna, true);
  await expect(pressed(berta, true)).rejects.toMatchObject({ code: 'SESSION_OF_ANOTHER' });
  await pressed(berta, false);
  expect(attempts).toEqual(['anna true', 'anna true', 'berta true', 'berta false']);
  expect(done).toEqual(['anna true']);
});

test('there is one way to do what somebody presses', () => {
  const root = path.join(import.meta.dirname, '../../../src/console');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  const using = files.filter((name) =>
    /\b(?:useMutation|MutationObserver)\b/.test(readFileSync(path.join(root, name), 'utf8')),
  );
  expect(using).toEqual([path.join('ui', 'act', 'use-own.ts')]);
});
