// One proposal: what would be done, who wants it and why, until when it is open, and what the reader can decide.
import { useQuery } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../../../app/me.ts';
import {
  ApproveProposalDocument,
  RefuseProposalDocument,
  type ShownProposalFragment,
  type WhyRefusedFragment,
  WithdrawProposalDocument,
} from '../../../operations/graphql.generated.ts';
import { HubSaid } from '../../../ui/act/hub-said.tsx';
import { Instant, relative, useNow } from '../../../ui/instant.tsx';
import { HubText, ProducerText } from '../../../ui/producer-text.tsx';
import { ReachOfPeople } from '../../../ui/reach/reach.tsx';
import { hubNow } from '../../../ui/time/hub-clock.ts';
import { acting, type Run, RunDialog } from '../act/act-dialog.tsx';
import { Acts } from '../act/acts.tsx';
import { ALLOWED, unless } from '../act/may.ts';
import { reachQuery } from '../people/people-query.ts';
import { InWords } from './in-words.tsx';
import { Register } from './register.tsx';
import { type Ruling, rulingsOn } from './rulings.ts';

export type Proposal = ShownProposalFragment;

type Came = { readonly kind: string; readonly result: string | null };

/** Of an approval: what it was, the id of what came of it, how many were to get it, and when. */
export type Approved = Came & { readonly recipients: number | null; readonly at: string };

type Props = {
  readonly proposal: Proposal;
  readonly nameOf: (id: string) => string;
  /** The card itself is gone once the list is read anew. */
  readonly onApproved?: (approved: Approved) => void;
};

type Ruled = {
  readonly proposal?: (Came & { readonly state: string }) | null;
  readonly refusals: readonly WhyRefusedFragment[];
};

/** Says when it was approved. */
const told = (run: Run<Ruled>, { recipients }: Proposal, say: Props['onApproved']): Run<Ruled> => ({
  ...run,
  send: async (options) => {
    const ruled = await run.send(options);
    const at = new Date(hubNow()).toISOString();
    if (ruled.proposal?.state === 'DONE') say?.({ ...ruled.proposal, recipients, at });
    return ruled;
  },
});

const DOCUMENTS = {
  approve: ApproveProposalDocument,
  refuse: RefuseProposalDocument,
  withdraw: WithdrawProposalDocument,
} as const;

export const ProposalCard = ({ proposal, nameOf, onApproved }: Props): JSX.Element => {
  const { t } = useTranslation();
  const [ruling, rule] = useState<Ruling | null>(null);
  const { id, sentence, note, payload, whyNot } = proposal;
  const { personId } = useSignedIn();
  const { offered, mayDecide } = rulingsOn(proposal, personId, useNow());
  const right = unless(ALLOWED, !mayDecide, t('approvals.needsPerson'));
  return (
    <article className="panel stack tight" data-proposal={proposal.state}>
      <InWords proposal={proposal} />
      {note !== null && (
        <blockquote>
          <ProducerText text={note} />
        </blockquote>
      )}
      <When proposal={proposal} nameOf={nameOf} />
      {proposal.kind === 'EXPORT_REGISTER' && proposal.state === 'DONE' && <Register proposal={proposal} />}
      <details>
        <summary>{t('approvals.payload')}</summary>
        <p className="small quiet">{t('approvals.recorded')}</p>
        <p className="small">
          <HubText text={sentence} />
        </p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard has to reach that */}
        <pre tabIndex={0} dir="ltr">
          {JSON.stringify(payload, null, 2)}
        </pre>
      </details>
      <Acts
        acts={offered.map((each) => ({
          name: t(`approvals.act.${each}`),
          right: each === 'withdraw' ? ALLOWED : right,
          press: () => rule(each),
          ...(each === 'approve' ? { kind: 'primary' as const } : {}),
        }))}
      />
      <WhyNot of={proposal.by === personId ? null : whyNot} />
      {ruling !== null && (
        <RunDialog
          title={t(`approvals.act.${ruling}`)}
          sentence={t(`approvals.will.${ruling}`)}
          button={t(`approvals.act.${ruling}`)}
          isDanger={ruling !== 'approve'}
          run={told(acting(DOCUMENTS[ruling], { id }), proposal, onApproved)}
          close={() => rule(null)}
        >
          <blockquote>
            <InWords proposal={proposal} />
          </blockquote>
        </RunDialog>
      )}
    </article>
  );
};

/** Whoever proposed it knows why another person decides. */
const WhyNot = ({ of }: { readonly of: Proposal['whyNot'] }): JSX.Element | null =>
  of === null ? null : (
    <p className="small notice">
      <HubSaid of={of} />
    </p>
  );

const When = ({ proposal, nameOf }: Pick<Props, 'proposal' | 'nameOf'>): JSX.Element => {
  const { t } = useTranslation();
  const now = useNow();
  const { by, byWritten, at, expiresAt, state, decidedBy, decidedByWritten, decidedAt, isAlone } = proposal;
  const isOwn = useSignedIn().personId === by;
  return (
    <dl className="facts">
      <dt>{t('approvals.by')}</dt>
      <dd>
        <ProducerText text={nameOf(byWritten)} /> <Instant at={at} />
        {state === 'OPEN' && !isOwn && <ReachOf member={byWritten.split('/')[0] ?? ''} />}
      </dd>
      {state === 'OPEN' ? (
        <>
          <dt>{t('approvals.until')}</dt>
          <dd>
            <Instant at={expiresAt} /> ({relative(new Date(expiresAt), now)})
          </dd>
        </>
      ) : (
        <>
          <dt>{t(`approvals.state.${state}`)}</dt>
          <dd>
            {decidedBy !== null && <ProducerText text={nameOf(decidedByWritten ?? decidedBy)} />}{' '}
            <Instant at={decidedAt ?? expiresAt} /> {isAlone && t('approvals.alone')}
          </dd>
        </>
      )}
    </dl>
  );
};

/** Whoever decides may have to ask first: how persons of the proposer's organisation are reached, as far as they show it. */
const ReachOf = ({ member }: { member: string }): JSX.Element | null => {
  const { t } = useTranslation();
  const { data = [] } = useQuery(reachQuery(member));
  return data.length === 0 ? null : (
    <details className="small">
      <summary>{t('cases.call')}</summary>
      <ReachOfPeople of={data} />
    </details>
  );
};
