// Go anywhere by typing: the views, the keys, and what arrived last.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { JSX } from 'react';
import { Autocomplete, Input, Menu, MenuItem, SearchField, useFilter } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog.tsx';
import { headlineOf } from '../../ui/item-row.tsx';
import { ProducerText, visible } from '../../ui/producer-text.tsx';
import { feedQuery, rowsOf } from '../feed/feed-query.ts';
import { GROUPS } from '../frame/side-bar.tsx';

type Props = { readonly close: () => void; readonly help: () => void };

const HELP = 'help';
const NEWEST = 10;

export const Palette = ({ close, help }: Props): JSX.Element => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { contains } = useFilter({ sensitivity: 'base' });
  // The floor's own list, as it is: reading it again would move it under whoever opened this.
  const { data } = useInfiniteQuery({ ...feedQuery({}), refetchOnMount: false });
  const ways = GROUPS.flatMap(({ ways }) => ways);
  const newest = rowsOf(data)
    .slice(0, NEWEST)
    .map((row) => ({ id: row.id, ...headlineOf(row) }));
  return (
    <Dialog title={t('palette.title')} close={close}>
      <Autocomplete filter={contains}>
        <SearchField aria-label={t('palette.title')} autoFocus>
          <Input placeholder={t('palette.hint')} />
        </SearchField>
        <Menu
          className="palette-list"
          aria-label={t('palette.title')}
          renderEmptyState={() => <p className="quiet">{t('pick.none')}</p>}
          onAction={(key) => {
            if (key === HELP) return help();
            close();
            void navigate({ to: String(key) });
          }}
        >
          {ways.map(({ to, name }) => (
            <MenuItem key={to} id={to} textValue={t(`view.${name}`)}>
              {t(`view.${name}`)}
            </MenuItem>
          ))}
          <MenuItem key={HELP} id={HELP} textValue={t('keys.title')}>
            {t('keys.title')}
          </MenuItem>
          {newest.map(({ id, text, lang }) => (
            <MenuItem key={id} id={`/warning/${id}`} textValue={visible(text)}>
              <ProducerText text={text} lang={lang} />
            </MenuItem>
          ))}
        </Menu>
      </Autocomplete>
    </Dialog>
  );
};
