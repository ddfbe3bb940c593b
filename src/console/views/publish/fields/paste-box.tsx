// Begins from a file: a STIX bundle, which goes along, or a CSAF advisory, whose texts are taken.
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Faults } from '../../../ui/act/hub-said.tsx';
import { spoken } from '../../../words/words.ts';
import { useChangeWords } from '../correction/change-words.ts';
import type { Edit } from '../edit.ts';
import { emptyForm, type Form } from '../form.ts';
import { objectsIn, type PasteFault, readPasted, sortPasted, typesIn } from '../paste.ts';

type Props = {
  readonly edit: Edit;
  readonly isCorrection: boolean;
};

export const PasteBox = ({ edit: { form, set, faults }, isCorrection }: Props): JSX.Element => {
  const { t } = useTranslation();
  const [others, setOthers] = useState<Partial<Form>>({});
  const [fault, setFault] = useState<PasteFault | null>(null);
  const take = (text: string): void => {
    if (text.trim() === '') {
      setFault(null);
      return;
    }
    const pasted = readPasted(text);
    if (!('changes' in pasted)) {
      setFault(pasted.kind);
      return;
    }
    setFault(null);
    const empty = emptyForm(form.kind, spoken());
    const { free, filled } = sortPasted(pasted.changes, form, { isCorrection, empty });
    set(free);
    setOthers(filled);
  };
  const problems = faults('$.bundle');
  return (
    <details className="panel" open={problems.length > 0 || undefined}>
      <summary className="strong">{t('paste.title')}</summary>
      <div className="stack tight">
        <Inputs take={take} />
        {fault !== null && (
          <p className="fault" role="alert">
            {t(`paste.${fault}`)}
          </p>
        )}
        <Replaces
          fields={Object.keys(others) as (keyof Form)[]}
          take={() => {
            set(others);
            setOthers({});
          }}
          keep={() => setOthers({})}
        />
        {form.bundle !== null && <Held bundle={form.bundle} drop={() => set({ bundle: null })} />}
        <Faults of={problems} />
      </div>
    </details>
  );
};

const Inputs = ({ take }: { take: (text: string) => void }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <>
      <div className="field">
        <label htmlFor="paste">{t('paste.label')}</label>
        <textarea
          id="paste"
          rows={4}
          spellCheck={false}
          className="mono"
          onChange={({ target }) => take(target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor="paste-file">{t('paste.file')}</label>
        <input
          id="paste-file"
          type="file"
          accept="application/json,.json"
          onChange={({ target }) => void target.files?.[0]?.text().then(take)}
        />
      </div>
    </>
  );
};

type ReplacesProps = {
  readonly fields: readonly (keyof Form)[];
  readonly take: () => void;
  readonly keep: () => void;
};

/** What somebody has written is replaced only when they say so. */
const Replaces = ({ fields, take, keep }: ReplacesProps): JSX.Element | null => {
  const { t } = useTranslation();
  const { nameOf } = useChangeWords();
  if (fields.length === 0) return null;
  const names = new Intl.ListFormat(spoken()).format(fields.map(nameOf));
  return (
    <div className="notice caution stack tight" role="status">
      <p>{t('paste.replaces', { names })}</p>
      <div className="row">
        <button type="button" className="small" onClick={take}>
          {t('paste.take')}
        </button>
        <button type="button" className="small" onClick={keep}>
          {t('paste.keep')}
        </button>
      </div>
    </div>
  );
};

const Held = ({ bundle, drop }: { bundle: unknown; drop: () => void }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <div className="row">
      <span>
        {t('paste.objects', { count: objectsIn(bundle), types: typesIn(bundle).slice(0, 8).join(', ') })}
      </span>
      <button type="button" className="small" onClick={drop}>
        {t('paste.drop')}
      </button>
    </div>
  );
};
