// What a person chooses for this browser, and as whom they are signed in.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog.tsx';
import { LanguageChoice } from '../../ui/language/language-choice.tsx';
import { ProducerText } from '../../ui/producer-text.tsx';
import { useChoice, writeChoice } from '../choices.ts';
import { useSignedIn } from '../me.ts';
import { THEMES } from '../theme.ts';
import { SingleKeys } from './single-keys.tsx';

export const Settings = ({ close }: { close: () => void }): JSX.Element => {
  const { t } = useTranslation();
  const me = useSignedIn();
  const theme = useChoice('theme') ?? 'auto';
  return (
    <Dialog title={t('settings.title')} close={close}>
      <dl className="facts">
        <dt>{t('settings.member')}</dt>
        <dd>
          <ProducerText text={me.member.name} />
        </dd>
        <dt>{t('settings.person')}</dt>
        <dd>{me.person ?? t('settings.machine')}</dd>
        <dt>{t('settings.role')}</dt>
        <dd>{t(`role.${me.role}`)}</dd>
      </dl>
      <LanguageChoice />
      <div className="field">
        <label htmlFor="theme">{t('settings.theme')}</label>
        <select id="theme" value={theme} onChange={({ target }) => writeChoice('theme', target.value)}>
          {THEMES.map((each) => (
            <option key={each} value={each}>
              {t(`settings.themes.${each}`)}
            </option>
          ))}
        </select>
      </div>
      <SingleKeys />
    </Dialog>
  );
};
