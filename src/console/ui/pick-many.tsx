// Chooses several from a list by typing: react-aria's combo box adds, a press on a chosen one takes it away.
import { type JSX, type KeyboardEvent, useMemo, useState } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Faults } from './act/hub-said.tsx';
import type { Fault } from './act/sentences.ts';
import { fittingIn, idsIn, knownOf, type Pickable } from './pick/typed-ids.ts';
import './pick-many.css';

type Props = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly from: readonly Pickable[];
  readonly chosen: readonly string[];
  readonly choose: (ids: string[]) => void;
  /** What is wrong with it, said at the field. */
  readonly faults?: readonly Fault[];
  /**
   * What else may be typed than what is in the list, as an id: the hub decides whether there is such a one, and says the same of what it
   * does not have and of what the reader is not told of.
   */
  readonly asTyped?: (part: string) => string;
  /** Somebody came to the field. */
  readonly onFocus?: () => void;
};

/** As many as one looks through. */
const SHOWN = 50;

const usePicking = ({ from, chosen, choose, asTyped }: Props) => {
  const [typed, setTyped] = useState('');
  const [hasChosen, setChosen] = useState(false);
  const known = useMemo(() => knownOf(from), [from]);
  const fitting = fittingIn(
    known.filter(({ id }) => !chosen.includes(id)),
    typed,
  );
  const add = (ids: readonly string[], isHere: boolean): void => {
    setTyped('');
    setChosen(isHere);
    const fresh = ids.filter((id) => !chosen.includes(id));
    if (fresh.length > 0) choose([...chosen, ...new Set(fresh)]);
  };
  const coming = asTyped === undefined ? [] : idsIn(known, typed, asTyped);
  /** False where there is nothing to take. */
  const take = (isHere: boolean): boolean => {
    if (coming.length === 0) return false;
    add(coming, isHere);
    return true;
  };
  return { typed, setTyped, hasChosen, fitting, coming, add, take };
};

export const PickMany = (props: Props): JSX.Element => {
  const { label, hint, from, chosen, choose, faults = [], asTyped, onFocus } = props;
  const { t } = useTranslation();
  const { typed, setTyped, hasChosen, fitting, coming, add, take } = usePicking(props);
  const onEnter = (event: KeyboardEvent): void => {
    const isAtOption = event.target instanceof Element && event.target.hasAttribute('aria-activedescendant');
    // Which of the words that are half written is meant is chosen by Enter too: Safari says so by this number alone.
    const isComposing = event.nativeEvent.isComposing || event.keyCode === 229;
    if (event.key !== 'Enter' || isComposing || isAtOption || !take(true)) return;
    // It is no press of the form's button.
    event.preventDefault();
    event.stopPropagation();
  };
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
        items={fitting.slice(0, SHOWN)}
        allowsEmptyCollection
        allowsCustomValue={asTyped !== undefined}
        isInvalid={faults.length > 0}
        {...(onFocus === undefined ? {} : { onFocus })}
        // What was typed is not lost where somebody goes on without a choice. Whoever looks at another window goes on with the word.
        onBlur={() => {
          if (document.hasFocus()) take(false);
        }}
        onChange={(key) => {
          if (key !== null) add([String(key)], true);
        }}
      >
        <Label className="label">{label}</Label>
        <div className="pick-field" onKeyDownCapture={onEnter}>
          <Input placeholder={t('pick.hint')} />
          <Button aria-label={t('pick.open')}>▾</Button>
        </div>
        <Options fitting={fitting.length} isFree={asTyped !== undefined} />
        {faults.length > 0 && (
          <Text slot="errorMessage" className="fault">
            <Faults of={faults} />
          </Text>
        )}
      </ComboBox>
      {hint !== undefined && <p className="hint">{hint}</p>}
      <Chosen ids={chosen} coming={coming} from={from} choose={choose} />
    </div>
  );
};

const Options = ({ fitting, isFree }: { fitting: number; isFree: boolean }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <Popover className="pick-list">
      <ListBox<Pickable>
        renderEmptyState={() => <p className="quiet">{t(isFree ? 'pick.asTyped' : 'pick.none')}</p>}
      >
        {({ id, name }) => <ListBoxItem id={id}>{name}</ListBoxItem>}
      </ListBox>
      {fitting > SHOWN && (
        <p className="small quiet pick-more">{t('pick.more', { number: fitting - SHOWN })}</p>
      )}
    </Popover>
  );
};

type ChosenProps = {
  readonly ids: readonly string[];
  /** Their room is kept, so that nothing moves under a pointer that leaves the field. */
  readonly coming: readonly string[];
  readonly from: readonly Pickable[];
  readonly choose: (ids: string[]) => void;
};

/** A press on one takes it away. */
const Chosen = ({ ids, coming, from, choose }: ChosenProps): JSX.Element | null => {
  const { t } = useTranslation();
  if (ids.length + coming.length === 0) return null;
  const nameOf = new Map(from.map(({ id, name }) => [id, name]));
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
      {coming.map((id) => (
        <li key={`coming ${id}`} className="coming" aria-hidden="true">
          <span className="button small">{nameOf.get(id) ?? id} ×</span>
        </li>
      ))}
    </ul>
  );
};
