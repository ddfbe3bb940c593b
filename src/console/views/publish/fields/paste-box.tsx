// Begins from a file: a STIX bundle, which goes along, or a CSAF advisory, whose texts are taken.
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Edit } from '../edit.ts';
import { objectsIn, readPasted, typesIn } from '../paste.ts';

export const PasteBox = ({ edit: { form, set, faults } }: { edit: Edit }): JSX.Element => {
  const { t } = useTranslation();
  const [fault, setFault] = useState<'NOT_JSON' | 'UNKNOWN' | null>(null);
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
    set(pasted.changes);
  };
  const problems = faults('$.bundle');
  return (
    <details className="panel" open={problems.length > 0 || undefined}>
      <summary className="strong">{t('paste.title')}</summary>
      <div className="stack tight">
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
        {fault !== null && (
          <p className="fault" role="alert">
            {t(`paste.${fault}`)}
          </p>
        )}
        {form.bundle !== null && <Held bundle={form.bundle} drop={() => set({ bundle: null })} />}
        {problems.map((each) => (
          <p className="fault" key={each}>
            {each}
          </p>
        ))}
      </div>
    </details>
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
