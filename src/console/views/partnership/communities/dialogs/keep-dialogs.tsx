// Creates a community, and changes one; how many members a rule fits is asked of the hub before.
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../app/ask.ts';
import {
  ChangeCommunityDocument,
  CreateCommunityDocument,
} from '../../../../operations/graphql.generated.ts';
import { useOwn } from '../../../../ui/act/use-own.ts';
import { TextField } from '../../../../ui/field.tsx';
import { Refusals } from '../../../../ui/refusals.tsx';
import { Failure } from '../../../../ui/states.tsx';
import { ActDialog } from '../../act/act-dialog.tsx';
import type { Whole } from '../communities-query.ts';
import { inputOf, KeepFields, keptOf } from './keep-fields.tsx';

export const ChangeDialog = ({ community, close }: { community: Whole; close: () => void }): JSX.Element => {
  const { t } = useTranslation();
  const [kept, setKept] = useState(() => keptOf(community));
  const input = { slug: community.slug, expectedVersion: community.version, ...inputOf(kept) };
  const trial = useOwn({
    act: async (_: null) =>
      (await ask(ChangeCommunityDocument, { input: { ...input, dryRun: true } }, {})).result,
  });
  return (
    <ActDialog
      title={t('communities.act.change')}
      sentence={t('communities.will.change', { name: community.name })}
      button={t('admin.save')}
      isReady={kept.name.trim() !== '' && kept.managers.length > 0}
      document={ChangeCommunityDocument}
      input={input}
      close={close}
    >
      <KeepFields
        kept={kept}
        set={(changes) => {
          setKept({ ...kept, ...changes });
          // It was said of another rule.
          trial.reset();
        }}
      />
      {kept.isByRule && <Trial trial={trial} />}
    </ActDialog>
  );
};

export const CreateDialog = ({ close }: { close: () => void }): JSX.Element => {
  const { t } = useTranslation();
  const [slug, setSlug] = useState('');
  const [kept, setKept] = useState(() => keptOf(null));
  const { rule, ...facts } = inputOf(kept);
  const input = { slug: slug.trim(), ...facts, ...(rule === null ? {} : { rule }) };
  const trial = useOwn({
    act: async (_: null) =>
      (await ask(CreateCommunityDocument, { input: { ...input, dryRun: true } }, {})).result,
  });
  return (
    <ActDialog
      title={t('communities.act.create')}
      sentence={t('communities.will.create')}
      button={t('communities.act.create')}
      isReady={slug.trim() !== '' && kept.name.trim() !== '' && kept.managers.length > 0}
      document={CreateCommunityDocument}
      input={input}
      close={close}
    >
      <TextField
        label={t('members.slug')}
        hint={t('applications.slugHint')}
        value={slug}
        set={setSlug}
        isRequired
      />
      <KeepFields
        kept={kept}
        set={(changes) => {
          setKept({ ...kept, ...changes });
          // It was said of another rule.
          trial.reset();
        }}
      />
      {kept.isByRule && <Trial trial={trial} />}
    </ActDialog>
  );
};

type Tried = {
  readonly press: (_: null) => void;
  readonly data:
    | { readonly fitting: number | null; readonly refusals: Parameters<typeof Refusals>[0]['refusals'] }
    | undefined;
  readonly error: Error | null;
  readonly isPending: boolean;
};

/** Nothing is written by it. */
const Trial = ({ trial: { press, data, error, isPending } }: { trial: Tried }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <div className="stack tight">
      <div className="row">
        <button type="button" className="small" disabled={isPending} onClick={() => press(null)}>
          {t('communities.try')}
        </button>
        <span role="status" className="number">
          {data?.fitting != null && t('communities.fitting', { number: data.fitting })}
        </span>
      </div>
      <Refusals refusals={data?.refusals ?? []} isTrial />
      {error !== null && <Failure error={error} />}
    </div>
  );
};
