// Proposes what needs two persons: any kind that the hub has and the reader may propose.
import { Link } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProposeDocument } from '../../../../operations/graphql.generated.ts';
import { Dialog } from '../../../../ui/dialog.tsx';
import { ChoiceField, TextField } from '../../../../ui/field.tsx';
import { HubText } from '../../../../ui/producer-text.tsx';
import { wordsFor } from '../../../../words/enum-words.ts';
import { inList } from '../../../../words/in-list.ts';
import { EMPTY_ALTERNATIVE } from '../../../publish/form.ts';
import { ActDialog } from '../../act/act-dialog.tsx';
import { orNull } from '../../act/lists.ts';
import type { Payload } from '../payload.ts';
import { fieldsOf, isFilled, payloadOf, type Said } from './forms.ts';
import { type Kind, useProposable } from './kinds-query.ts';
import { ProposalFields } from './proposal-fields.tsx';

type Props = {
  /** Chosen already, with what is known of it. */
  readonly start?: { readonly kind: string; readonly texts: Said['texts'] };
  readonly close: () => void;
};

/** Written under Publish, with everything that goes with it. */
const WRITTEN: Readonly<Record<string, 'propose.written' | 'propose.corrected'>> = {
  PUBLISH_ESSENTIAL: 'propose.written',
  CORRECT_ESSENTIAL: 'propose.corrected',
};

const parsed = (json: string): Payload | null => {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Payload) : null;
  } catch {
    return null;
  }
};

export const ProposeDialog = ({ start, close }: Props): JSX.Element => {
  const { t } = useTranslation();
  const kinds = useProposable();
  const [kind, setKind] = useState(start?.kind ?? '');
  const [said, setSaid] = useState<Said>({ texts: start?.texts ?? {}, audience: EMPTY_ALTERNATIVE });
  const [json, setJson] = useState('{}');
  const [note, setNote] = useState('');
  const chosen = kinds.find((each) => each.kind === kind);
  const written = WRITTEN[kind];
  const isForm = fieldsOf(kind, said) !== null;
  const payload = isForm ? payloadOf(kind, said) : parsed(json);
  const choice = (
    <KindChoice
      kinds={kinds}
      kind={kind}
      set={(next) => {
        setKind(next);
        setSaid({ texts: {}, audience: EMPTY_ALTERNATIVE });
      }}
    />
  );
  if (written !== undefined) return <Written words={t(written)} choice={choice} close={close} />;
  return (
    <ActDialog
      title={t('propose.act')}
      sentence={t('propose.will')}
      button={t('last.propose')}
      isReady={kind !== '' && payload !== null && (!isForm || isFilled(kind, said))}
      document={ProposeDocument}
      input={{ kind, payload: payload ?? {}, note: orNull(note) }}
      close={close}
    >
      {choice}
      {chosen !== undefined && <Approvers kind={chosen} />}
      {isForm && <ProposalFields kind={kind} said={said} set={setSaid} />}
      {!isForm && chosen !== undefined && <AsJson of={chosen} json={json} set={setJson} />}
      {kind !== '' && <TextField label={t('propose.note')} value={note} set={setNote} rows={2} max={2_000} />}
    </ActDialog>
  );
};

type ChoiceProps = {
  readonly kinds: readonly Kind[];
  readonly kind: string;
  readonly set: (kind: string) => void;
};

const KindChoice = ({ kinds, kind, set }: ChoiceProps): JSX.Element => {
  const { t, i18n } = useTranslation();
  return (
    <ChoiceField
      label={t('propose.what')}
      value={kind}
      set={set}
      none={t('publish.choose')}
      isRequired
      options={kinds.map((each) => {
        const words = wordsFor(i18n, ['approvals.kind'], each.kind);
        return words === null ? ([each.kind, each.about, 'en'] as const) : ([each.kind, words] as const);
      })}
    />
  );
};

const Approvers = ({ kind: { approvedBy } }: { kind: Kind }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <p className="small quiet">
      {t('propose.asked')}: {inList(approvedBy.map((role) => t(`role.${role}`)))}
    </p>
  );
};

const AsJson = ({ of, json, set }: { of: Kind; json: string; set: (json: string) => void }): JSX.Element => {
  const { t } = useTranslation();
  return (
    <>
      <p className="small">
        <HubText text={of.payload} />
      </p>
      <TextField
        label={t('propose.payload')}
        value={json}
        set={set}
        rows={6}
        faults={parsed(json) === null ? [t('propose.notJson')] : []}
      />
    </>
  );
};

type WrittenProps = { readonly words: string; readonly choice: JSX.Element; readonly close: () => void };

const Written = ({ words, choice, close }: WrittenProps): JSX.Element => {
  const { t } = useTranslation();
  return (
    <Dialog title={t('propose.act')} close={close} holds="FORM">
      <div className="stack tight">
        {choice}
        <p>{words}</p>
        <div className="row">
          <Link className="button primary" to="/publish" onClick={close}>
            {t('view.publish')}
          </Link>
          <Link className="button" to="/board" onClick={close}>
            {t('view.board')}
          </Link>
          <button type="button" onClick={close}>
            {t('admin.cancel')}
          </button>
        </div>
      </div>
    </Dialog>
  );
};
