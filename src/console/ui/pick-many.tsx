// Chooses several from a list by typing: react-aria's combo box adds, a press on a chosen one takes it away.
import { type JSX, type KeyboardEvent, useMemo, useState } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Faults } from './act/hub-said.tsx';
import type { Fault } from './act/sentences.ts';
import { fittingIn, idsIn, knownOf, type Pickable } from './pick/typed-ids.ts';
import { visible } from './producer-text.tsx';
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
  /** How many the hub takes. */
  readonly most?: number;
  /** Somebody came to the field. */
  readonly onFocus?: () => void;
};

/** As many as one looks through. */
const SHOWN = 50;
/** Chosen ones that are drawn: thousands that were pasted would take the page with them. */
const DRAWN = 300;

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
  const coming = useMemo(
    () => (asTyped === undefined ? [] : idsIn(known, typed, asTyped)),
    [known, typed, asTyped],
  );
  /** False where there is nothing to take. */
  const take = (isHere: boolean): boolean => {
    if (coming.length === 0) return false;
    add(coming, isHere);
    return true;
  };
  return { typed, setTyped, hasChosen, fitting, coming, add, take };
};

/** Enter takes what is typed, where there is something. */
const onEnter =
  (take: (isHere: boolean) => boolean) =>
  (event: KeyboardEvent): void => {
    const isAtOption = event.target instanceof Element && event.target.hasAttribute('aria-activedescendant');
    // Which of the words that are half written is meant is chosen by Enter too: Safari says so by this number alone.
    const isComposing = event.nativeEvent.isComposing || event.keyCode === 229;
    if (event.key !== 'Enter' || isComposing || isAtOption || !take(true)) return;
    // It is no press of the form's button.
    event.preventDefault();
    event.stopPropagation();
  };

export const PickMany = (props: Props): JSX.Element => {
  const { label, hint, from, chosen, choose, asTyped, onFocus, most = Number.POSITIVE_INFINITY } = props;
  const { t } = useTranslation();
  const { typed, setTyped, hasChosen, fitting, coming, add, take } = usePicking(props);
  const drawn = (ids: readonly string[]) => ids.slice(0, Math.min(most, DRAWN));
  const isTooMany = chosen.length > most;
  // Said at once. A form that says it too says it in the same words.
  const tooMany = isTooMany ? [t('pick.most', { number: chosen.length, most })] : [];
  const faults = [...tooMany, ...(props.faults ?? [])];
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
        <div className="pick-field" onKeyDownCapture={onEnter(take)}>
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
      {isTooMany && <KeepFirst most={most} keep={() => choose(chosen.slice(0, most))} />}
      <Chosen
        ids={drawn(chosen)}
        coming={drawn(coming)}
        from={from}
        remove={(id) => choose(chosen.filter((each) => each !== id))}
      />
    </div>
  );
};

const KeepFirst = ({ most, keep }: { most: number; keep: () => void }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <div>
      <button type="button" className="small" onClick={keep}>
        {t('pick.keep', { most })}
      </button>
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
  readonly remove: (id: string) => void;
};

/** A press on one takes it away. */
const Chosen = ({ ids, coming, from, remove }: ChosenProps): JSX.Element | null => {
  const { t } = useTranslation();
  if (ids.length + coming.length === 0) return null;
  const names = new Map(from.map(({ id, name }) => [id, name]));
  const nameOf = (id: string): string => visible(names.get(id) ?? id);
  return (
    <ul className="plain row">
      {ids.map((id) => (
        <li key={id}>
          <button
            type="button"
            className="small"
            aria-label={t('pick.remove', { name: nameOf(id) })}
            onClick={() => remove(id)}
          >
            <bdi>{nameOf(id)}</bdi> <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
      {coming.map((id) => (
        <li key={`coming ${id}`} className="coming" aria-hidden="true">
          <span className="button small">{nameOf(id)} ×</span>
        </li>
      ))}
    </ul>
  );
};
