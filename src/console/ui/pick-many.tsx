// Chooses several from a list by typing: react-aria's combo box adds, a press on a chosen one takes it away.
import { type JSX, useState } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Faults } from './act/hub-said.tsx';
import type { Fault } from './act/sentences.ts';
import './pick-many.css';

export type Pickable = { readonly id: string; readonly name: string };

type Props = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly from: readonly Pickable[];
  readonly chosen: readonly string[];
  readonly choose: (ids: string[]) => void;
  /** What is wrong with it, said at the field. */
  readonly faults?: readonly Fault[];
};

export const PickMany = ({ label, hint, from, chosen, choose, faults = [] }: Props): JSX.Element => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [hasChosen, setChosen] = useState(false);
  const nameOf = new Map(from.map(({ id, name }) => [id, name]));
  const open = from.filter(({ id }) => !chosen.includes(id));
  const fitting = open.filter(({ name }) => name.toLowerCase().includes(typed.toLowerCase()));
  return (
    <div className="field">
      <ComboBox
        // A fresh box for each choice: it is closed, empty, and has the focus.
        key={chosen.length}
        autoFocus={hasChosen}
        className="pick"
        inputValue={typed}
        onInputChange={setTyped}
        value={null}
        menuTrigger="input"
        items={fitting}
        allowsEmptyCollection
        isInvalid={faults.length > 0}
        onChange={(key) => {
          if (key === null) return;
          setChosen(true);
          choose([...chosen, String(key)]);
          setTyped('');
        }}
      >
        <Label className="label">{label}</Label>
        <div className="pick-field">
          <Input placeholder={t('pick.hint')} />
          <Button aria-label={t('pick.open')}>▾</Button>
        </div>
        <Popover className="pick-list">
          <ListBox<Pickable> renderEmptyState={() => <p className="quiet">{t('pick.none')}</p>}>
            {({ id, name }) => <ListBoxItem id={id}>{name}</ListBoxItem>}
          </ListBox>
        </Popover>
        {faults.length > 0 && (
          <Text slot="errorMessage" className="fault">
            <Faults of={faults} />
          </Text>
        )}
      </ComboBox>
      {hint !== undefined && <p className="hint">{hint}</p>}
      <Chosen ids={chosen} nameOf={nameOf} choose={choose} />
    </div>
  );
};

type ChosenProps = {
  readonly ids: readonly string[];
  readonly nameOf: ReadonlyMap<string, string>;
  readonly choose: (ids: string[]) => void;
};

/** A press on one takes it away. */
const Chosen = ({ ids, nameOf, choose }: ChosenProps): JSX.Element | null => {
  const { t } = useTranslation();
  if (ids.length === 0) return null;
  return (
    <ul className="plain row">
      {ids.map((id) => (
        <li key={id}>
          <button
            type="button"
            className="small"
            aria-label={t('pick.remove', { name: nameOf.get(id) ?? id })}
            onClick={() => choose(ids.filter((each) => each !== id))}
          >
            {nameOf.get(id) ?? id} <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
    </ul>
  );
};
