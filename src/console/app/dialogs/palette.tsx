// Go anywhere by typing: the views, and what arrived last.
import { useNavigate } from '@tanstack/react-router';
import type { JSX } from 'react';
import { Autocomplete, Input, Menu, MenuItem, SearchField, useFilter } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog.tsx';
import { GROUPS } from '../frame/side-bar.tsx';

export const Palette = ({ close }: { close: () => void }): JSX.Element => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { contains } = useFilter({ sensitivity: 'base' });
  const ways = GROUPS.flatMap(({ ways }) => ways);
  return (
    <Dialog title={t('palette.title')} close={close}>
      <Autocomplete filter={contains}>
        <SearchField aria-label={t('palette.title')} autoFocus>
          <Input placeholder={t('palette.hint')} />
        </SearchField>
        <Menu
          className="palette-list"
          aria-label={t('palette.title')}
          onAction={(key) => {
            close();
            void navigate({ to: String(key) });
          }}
        >
          {ways.map(({ to, name }) => (
            <MenuItem key={to} id={to} textValue={t(`view.${name}`)}>
              {t(`view.${name}`)}
            </MenuItem>
          ))}
        </Menu>
      </Autocomplete>
    </Dialog>
  );
};
