// Indicators of one warning as a STIX bundle: the hub makes the bundle, and these are taken out of it.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../app/ask.ts';
import { WarningBundleDocument } from '../../operations/graphql.generated.ts';
import { useOwn } from '../act/use-own.ts';
import { download } from '../download.ts';
import { Failure } from '../states.tsx';
import { partOfBundle } from './part-of-bundle.ts';

type Props = { readonly warning: string; readonly ids: readonly string[] };

export const StixButton = ({ warning, ids }: Props): JSX.Element => {
  const { t } = useTranslation();
  const { press, data, error, isPending } = useOwn({
    act: async (_: null) => (await ask(WarningBundleDocument, { id: warning })).warning?.bundle ?? null,
    onDone: (bundle) => {
      if (bundle === null) return;
      const part = partOfBundle(bundle, new Set(ids), `bundle--${crypto.randomUUID()}`);
      download(`${warning}-indicators`, 'json', JSON.stringify(part, null, 2));
    },
  });
  return (
    <>
      <button type="button" className="small" disabled={isPending} onClick={() => press(null)}>
        STIX
      </button>
      {error !== null && <Failure error={error} />}
      {data === null && <span role="alert">{t('state.nowhere')}</span>}
    </>
  );
};
