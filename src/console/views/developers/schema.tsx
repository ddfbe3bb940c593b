// The contract to read: each type with its descriptions, found by a word. It comes by the same way as any request: a link would lack
// the key of this tab.
import { useQuery } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fetchSchema } from '../../app/ask.ts';
import { useOwn } from '../../ui/act/use-own.ts';
import { download } from '../../ui/download.ts';
import { TextField } from '../../ui/field.tsx';
import { Failure, Unread } from '../../ui/states.tsx';
import { definitionsIn } from './definitions.ts';

/** The contract as SDL, as a file. */
export const SchemaButton = (): JSX.Element => {
  const { t } = useTranslation();
  const { press, error, isPending } = useOwn({
    act: (_: null) => fetchSchema(),
    onDone: (sdl) => download('schema', 'graphql', sdl),
  });
  return (
    <>
      <button type="button" className="small" disabled={isPending} onClick={() => press(null)}>
        {t('developers.download')}
      </button>
      {error !== null && <Failure error={error} />}
    </>
  );
};

export const SchemaReference = (): JSX.Element => {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="panel" id="schema" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="strong">{t('developers.read')}</summary>
      {isOpen && <Read />}
    </details>
  );
};

const Read = (): JSX.Element => {
  const { t } = useTranslation();
  const [word, setWord] = useState('');
  const query = useQuery({
    queryKey: ['schema'],
    queryFn: async () => definitionsIn(await fetchSchema()),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (query.data === undefined) return <Unread of={[query]} />;
  const wanted = word.trim().toLowerCase();
  const found = query.data.filter(({ text }) => text.toLowerCase().includes(wanted));
  return (
    <div className="stack tight">
      <TextField label={t('developers.find')} value={word} set={setWord} />
      <p className="small quiet" role="status">
        {found.length === 0 ? t('developers.none') : <span className="number">{found.length}</span>}
      </p>
      {found.map(({ name, text }) => (
        <Definition key={name} name={name} text={text} />
      ))}
    </div>
  );
};

const Definition = ({ name, text }: { name: string; text: string }): JSX.Element => {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="object" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <code dir="ltr">{name}</code>
      </summary>
      {isOpen && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard has to reach that
        <pre tabIndex={0} dir="ltr" lang="en">
          {text}
        </pre>
      )}
    </details>
  );
};
