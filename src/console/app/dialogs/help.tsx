// The keys, and how to switch single ones off.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog.tsx';
import { SingleKeys } from './single-keys.tsx';

const KEYS = ['?', '/', 'Ctrl K · ⌘ K', 'j', 'k', 'Enter', 'a', 'e'] as const;
const NAMES = ['help', 'search', 'palette', 'next', 'previous', 'open', 'answer', 'board'] as const;

export const Help = ({ close }: { close: () => void }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <Dialog title={t('keys.title')} close={close}>
      <table>
        <tbody>
          {KEYS.map((key, index) => (
            <tr key={key}>
              <th scope="row">
                <kbd>{key}</kbd>
              </th>
              <td>{t(`keys.${NAMES[index] ?? 'help'}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <SingleKeys />
    </Dialog>
  );
};
