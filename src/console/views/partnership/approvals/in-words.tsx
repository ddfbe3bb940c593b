// What a proposal would do, in the language of the reader. The text that would be published is quoted whole; a kind that the
// console does not know yet keeps the sentence of the hub.
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownProposalFragment } from '../../../operations/graphql.generated.ts';
import { HubSaid } from '../../../ui/act/hub-said.tsx';
import { HandlingWords } from '../../../ui/handling/handling-words.tsx';
import { saidOfUse } from '../../../ui/handling/rules.ts';
import { HubText, ProducerText } from '../../../ui/producer-text.tsx';
import { wordsFor } from '../../../words/enum-words.ts';
import { Applicant } from './applicant.tsx';
import { AudienceOf } from './audience-of.tsx';
import { Essential } from './essential.tsx';
import { listIn, numberIn, type Payload, textIn, useWhat } from './payload.ts';

type Said = { readonly proposal: Pick<ShownProposalFragment, 'kind' | 'sentence' | 'payload'> };
type Props = {
  readonly proposal: Said['proposal'] & Pick<ShownProposalFragment, 'care' | 'about' | 'recipients'>;
};

const payloadIn = ({ payload }: Said['proposal']): Payload =>
  (typeof payload === 'object' && payload !== null ? payload : {}) as Payload;

/** The sentence alone. */
export const Sentence = ({ proposal }: Said): JSX.Element => {
  const { i18n } = useTranslation();
  const { kind, sentence } = proposal;
  const what = useWhat(kind, payloadIn(proposal));
  if (wordsFor(i18n, ['approvals.sentence'], kind) === null) return <HubText text={sentence} />;
  const words = (i18n.t as (key: string, values: object) => string)(`approvals.sentence.${kind}`, what);
  return <ProducerText text={words} />;
};

export const InWords = ({ proposal }: Props): JSX.Element => {
  const { i18n } = useTranslation();
  const { kind } = proposal;
  return (
    <div className="stack tight">
      <p className="strong">
        <Sentence proposal={proposal} />
      </p>
      {wordsFor(i18n, ['approvals.sentence'], kind) !== null && (
        <More kind={kind} given={payloadIn(proposal)} recipients={proposal.recipients} />
      )}
      <About lines={proposal.about} />
      <ToThinkOf care={proposal.care} />
    </div>
  );
};

/** What its ids stand for, and the reason that it gives. */
const About = ({ lines }: { readonly lines: readonly string[] }): JSX.Element | null =>
  lines.length === 0 ? null : (
    <ul className="small">
      {[...new Set(lines)].map((line) => (
        <li key={line}>
          <HubText text={line} />
        </li>
      ))}
    </ul>
  );

const ToThinkOf = ({ care }: Pick<Props['proposal'], 'care'>): JSX.Element | null => {
  const { t } = useTranslation();
  return care.length === 0 ? null : (
    <div className="notice caution small">
      <p>{t('approvals.care')}</p>
      <ul>
        {care.map((each) => (
          <li key={each.code}>
            <HubSaid of={each} />
          </li>
        ))}
      </ul>
    </div>
  );
};

/** The warning or practice that it is about; empty for none. */
const itemOf = (kind: string, given: Payload): string => {
  if (kind === 'PLACE_HOLD') return textIn(given, 'scope') === 'WARNING' ? textIn(given, 'target') : '';
  return textIn(given, kind === 'CORRECT_ESSENTIAL' ? 'id' : 'warning');
};

type MoreProps = {
  readonly kind: string;
  readonly given: Payload;
  readonly recipients: number | null;
};

const More = ({ kind, given, recipients }: MoreProps): JSX.Element => {
  const { t } = useTranslation();
  const item = itemOf(kind, given);
  const reason = kind === 'PLACE_HOLD' ? textIn(given, 'reason') : '';
  return (
    <>
      {kind === 'ADMIT_MEMBER' && <Applicant of={given} />}
      {kind.endsWith('_ESSENTIAL') && (
        <Essential of={given} recipients={recipients} corrects={kind === 'CORRECT_ESSENTIAL' ? item : ''} />
      )}
      {kind === 'WIDEN_AUDIENCE' && (
        <AudienceOf alternatives={listIn(given, 'alternatives')} again={listIn(given, 'include')} />
      )}
      {kind === 'LOOSEN_HANDLING' && <HandlingWords isWhole said={saidOfUse(given)} />}
      {reason !== '' && (
        <blockquote>
          <ProducerText text={reason} />
        </blockquote>
      )}
      {item !== '' && (
        <p>
          <Link to="/warning/$id" params={{ id: item }}>
            {t('approvals.item')}
          </Link>
          {numberIn(given, 'expectedVersion') > 0 && (
            <> ({t('item.version', { number: numberIn(given, 'expectedVersion') })})</>
          )}
        </p>
      )}
    </>
  );
};
