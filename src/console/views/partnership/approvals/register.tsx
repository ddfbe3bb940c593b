// The register whose export was approved: a file for who proposed it, for a day. Each reading is in the audit trail.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../app/ask.ts';
import { useSignedIn } from '../../../app/me.ts';
import {
  ExportedRegisterDocument,
  type ShownProposalFragment,
} from '../../../operations/graphql.generated.ts';
import { useOwn } from '../../../ui/act/use-own.ts';
import { download } from '../../../ui/download.ts';
import { Failure } from '../../../ui/states.tsx';
import { hubNow } from '../../../ui/time/hub-clock.ts';

const DAY_MS = 24 * 3_600_000;

export const Register = ({ proposal }: { proposal: ShownProposalFragment }): JSX.Element | null => {
  const { t } = useTranslation();
  const { personId } = useSignedIn();
  const { press, data, error, isPending } = useOwn({
    act: async (_: null) => (await ask(ExportedRegisterDocument, { proposal: proposal.id })).register,
    onDone: (register) => {
      if (register !== null) download('register', 'json', JSON.stringify(register, null, 2));
    },
  });
  const decidedAt = Date.parse(proposal.decidedAt ?? '');
  if (proposal.by !== personId || !(hubNow() - decidedAt < DAY_MS)) return null;
  return (
    <div className="row no-print">
      <button type="button" disabled={isPending} onClick={() => press(null)}>
        {t('propose.register')}
      </button>
      <span className="small quiet" role="status">
        {data === null ? t('state.nowhere') : t('propose.registerOver')}
      </span>
      {error !== null && <Failure error={error} />}
    </div>
  );
};
