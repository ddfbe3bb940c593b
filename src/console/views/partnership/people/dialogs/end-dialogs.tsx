// The end of a person's access and of its data, and what the hub holds of it.
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../../app/ask.ts';
import {
  DeactivatePersonDocument,
  ErasePersonDocument,
  HeldOfPersonDocument,
} from '../../../../operations/graphql.generated.ts';
import { useOwn } from '../../../../ui/act/use-own.ts';
import { Dialog } from '../../../../ui/dialog.tsx';
import { download } from '../../../../ui/download.ts';
import { Failure } from '../../../../ui/states.tsx';
import { ActDialog } from '../../act/act-dialog.tsx';
import type { OfPerson } from '../people-query.ts';

export const DeactivateDialog = ({ person: { personId, name }, close }: OfPerson): JSX.Element => {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({
    queryKey: ['ends', personId],
    queryFn: ({ signal }) =>
      ask(DeactivatePersonDocument, { input: { person: personId, dryRun: true } }, { signal }),
    staleTime: 0,
  });
  const ends = data?.result.ends;
  return (
    <ActDialog
      title={t('people.act.deactivate')}
      sentence={t('people.willDeactivate', { name })}
      button={t('people.act.deactivate')}
      isDanger
      document={DeactivatePersonDocument}
      input={{ person: personId }}
      close={close}
    >
      {error !== null && data === undefined && <Failure error={error} retry={() => void refetch()} />}
      {ends != null && (
        <p className="small">
          {t('people.ends', {
            keys: ends.keys,
            sessions: ends.sessions,
            ways: ends.credentials,
            mails: ends.endpoints,
          })}
        </p>
      )}
    </ActDialog>
  );
};

export const EraseDialog = ({ person: { personId, name }, close }: OfPerson): JSX.Element => {
  const { t } = useTranslation();
  return (
    <ActDialog
      title={t('people.act.erase')}
      sentence={t('people.willErase', { name })}
      button={t('people.act.erase')}
      isDanger
      document={ErasePersonDocument}
      input={{ person: personId }}
      close={close}
    />
  );
};

export const HeldDialog = ({ person: { personId, name }, close }: OfPerson): JSX.Element => {
  const { t } = useTranslation();
  const { press, error, isPending } = useOwn({
    act: async (_: null) => (await ask(HeldOfPersonDocument, { person: personId }, {})).personData,
    onDone: (held) => {
      download('person-data', 'json', JSON.stringify(held, null, 2));
      close();
    },
  });
  return (
    <Dialog title={t('people.act.held')} close={close}>
      <div className="stack tight">
        <p>{t('people.willGiveData', { name })}</p>
        {error !== null && <Failure error={error} />}
        <div>
          <button type="button" className="primary" disabled={isPending} onClick={() => press(null)}>
            {t('admin.download')}
          </button>
        </div>
      </div>
    </Dialog>
  );
};
