// The same entity as others told it: under another id where a reviewer or a name joined two objects. What was joined can be taken
// apart again from either of them, long after the pair has left the list of proposals.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../app/ask.ts';
import { queries } from '../../app/queries.ts';
import { useMayPublish } from '../../app/rights.ts';
import { UndoObjectsDocument } from '../../operations/graphql.generated.ts';
import { ActOutcome } from '../../ui/act/act-outcome.tsx';
import { useAct } from '../../ui/act/use-act.ts';
import { Marking } from '../../ui/marks.tsx';
import { ProducerText } from '../../ui/producer-text.tsx';
import { versionsQuery } from './warning-query.ts';

export const ToldElsewhere = ({ id }: { id: string }): JSX.Element | null => {
  const { t } = useTranslation();
  const { data } = useQuery(versionsQuery(id));
  const others = (data?.sources ?? []).filter(({ objectId }) => objectId !== id);
  if (others.length === 0) return null;
  return (
    <div>
      <h3>{t('objects.alsoAs')}</h3>
      <ul>
        {others.map(({ objectId, publisher, marking, warning }) => (
          <li key={`${objectId} ${warning}`} className="row">
            <Link to="/warning/$id" params={{ id: warning }}>
              <ProducerText text={publisher.name} />
            </Link>
            <Marking tlp={marking} /> <code>{objectId}</code>
            <Separate one={id} other={objectId} />
          </li>
        ))}
      </ul>
    </div>
  );
};

const Separate = ({ one, other }: { one: string; other: string }): JSX.Element | null => {
  const { t } = useTranslation();
  const { isAllowed, reason } = useMayPublish();
  const undoing = useAct(
    async (input: { one: string; other: string }, options) =>
      (await ask(UndoObjectsDocument, { input }, options)).result,
    () => void queries.invalidateQueries(),
  );
  return (
    <span className="no-print">
      <button
        type="button"
        className="small"
        title={isAllowed ? undefined : reason}
        disabled={!isAllowed || undoing.isBusy || undoing.done !== undefined}
        onClick={() => undoing.run({ one, other })}
      >
        {t('related.undo')}
      </button>
      <ActOutcome of={undoing} />
    </span>
  );
};
