// The same entity as others told it: under another id where a reviewer or a name joined two objects. What was joined can be taken
// apart again from either of them, long after the pair has left the list of proposals.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../app/ask.ts';
import { UndoObjectsDocument } from '../../operations/graphql.generated.ts';
import { Marking } from '../../ui/marks.tsx';
import { ProducerText } from '../../ui/producer-text.tsx';
import { UndoButton } from '../duplicates/undo-button.tsx';
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

type SeparateProps = { readonly one: string; readonly other: string };

const Separate = ({ one, other }: SeparateProps): JSX.Element => (
  <UndoButton
    undo={async (options) => (await ask(UndoObjectsDocument, { input: { one, other } }, options)).result}
  />
);
