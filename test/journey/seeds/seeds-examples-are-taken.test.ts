// The files of the ten-minute tour: each is valid input as it stands, and the duty officer may use it.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { coerceInputValue, type GraphQLInputType, validateInputValue } from 'graphql';
import { audienceOf, practiceDraft, warningDraft } from '../../../src/graphql/present/draft.ts';
import { openSchema } from '../../../src/graphql/schema.ts';
import type {
  AudiencePreviewInput,
  PublishPracticeInput,
  PublishWarningInput,
} from '../../../src/graphql/types.generated.ts';
import { previewAudience } from '../../../src/service/audience/preview-audience.ts';
import { publishWarning } from '../../../src/service/warning/publish-warning.ts';
import { openStory, type Story } from '../../support/world/story.ts';

let story: Story;
beforeAll(async () => {
  story = await openStory();
});
afterAll(() => story.close());

const schema = openSchema();

/** The example as a resolver receives it, after validation against the schema. */
const example = <Input>(file: string, type: string): Input => {
  const given: unknown = JSON.parse(
    readFileSync(new URL(`../../../seeds/examples/${file}`, import.meta.url), 'utf8'),
  );
  const input = schema.getType(type) as GraphQLInputType;
  validateInputValue(given, input, (error) => {
    throw error;
  });
  return coerceInputValue(given, input) as Input;
};

test('the warning reaches hospitals and waterworks, the analyst among them', async () => {
  const officer = await story.identity('duty-officer');
  const draft = warningDraft(example<PublishWarningInput>('warning.json', 'PublishWarningInput'));
  const published = await publishWarning(story.hub, officer, draft);
  if (!published.ok) throw new Error(published.problems[0]?.message);
  await story.drain();
  const [newest] = await story.feedOf(await story.identity('analyst'));
  expect(newest).toMatchObject({ summary: { id: published.value.warning }, reason: { kind: 'DIRECT' } });
});

test('the preview names the same audience, and who is left out', async () => {
  const officer = await story.identity('duty-officer');
  const asked = example<AudiencePreviewInput>('preview.json', 'AudiencePreviewInput');
  const warning = example<PublishWarningInput>('warning.json', 'PublishWarningInput');
  expect({ marking: asked.marking, audience: asked.audience }).toEqual({
    marking: warning.marking,
    audience: warning.audience,
  });
  const request = { marking: 'GREEN', audience: audienceOf(asked.audience), exercise: null } as const;
  const preview = await previewAudience(story.hub, officer, request);
  if (!preview.ok) throw new Error(preview.problems[0]?.message);
  const receives = preview.value.receives.map(({ member }) => member.slug);
  expect(receives).toEqual(expect.arrayContaining(['ostrel-water', 'st-orla-hospital', 'grensted-hospital']));
  expect(preview.value.doesNotReceive.length).toBeGreaterThan(0);
});

test('the practice is accepted', async () => {
  const officer = await story.identity('duty-officer');
  const draft = practiceDraft(example<PublishPracticeInput>('practice.json', 'PublishPracticeInput'));
  expect(await publishWarning(story.hub, officer, draft)).toMatchObject({ ok: true });
});
