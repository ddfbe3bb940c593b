// `tocsin warning …`: everything about warnings and best practices, which share one path through the hub.
import type { Command } from 'commander';
import { addAnswers } from '../answer/answers-by-sector.ts';
import { addAcknowledge } from '../delivery/acknowledge.ts';
import { addList } from '../feed/list-feed.ts';
import { addWatch } from '../watch/watch.ts';
import { addCancel } from './cancel.ts';
import { addNew } from './new-warning.ts';
import { addPreview } from './preview.ts';
import { addPublish } from './publish.ts';
import { addRemind } from './remind.ts';
import { addPlaybooks, addShow } from './show-warning.ts';
import { addNarrow } from './take-back/narrow.ts';
import { addRecall } from './take-back/recall.ts';
import { addUpdate } from './update.ts';
import { addDiff } from './versions/diff-versions.ts';
import { addVersions } from './versions/list-versions.ts';

export const addWarning = (program: Command): void => {
  const noun = program
    .command('warning')
    .description(
      'warnings and best practices: read, answer, publish, correct, narrow, cancel and recall them',
    );
  noun.commandsGroup('Receive:');
  addWatch(noun);
  addList(noun);
  addShow(noun);
  addPlaybooks(noun);
  addVersions(noun);
  addDiff(noun);
  noun.commandsGroup('Answer:');
  addAcknowledge(noun);
  noun.commandsGroup('Publish:');
  addNew(noun);
  addPreview(noun);
  addPublish(noun);
  addUpdate(noun);
  addCancel(noun);
  addNarrow(noun);
  addRecall(noun);
  addRemind(noun);
  addAnswers(noun);
};
