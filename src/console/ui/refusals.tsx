// Why the hub refused an act: each reason with what to do about it. Where it is of a field on the page, by the name of that field, which
// leads there; the whole of it is said at the field. Codes and paths are folded away, for whoever writes programs.
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { WhyRefusedFragment } from '../operations/graphql.generated.ts';
import { wordsFor } from '../words/enum-words.ts';
import { HubSaid } from './act/hub-said.tsx';
import { leadTo } from './act/lead-to.ts';
import type { Lack } from './act/sentences.ts';
import { HubText } from './producer-text.tsx';

type Props = {
  readonly refusals: readonly WhyRefusedFragment[];
  /** Nothing was sent yet: what is wrong with a draft. */
  readonly isTrial?: boolean;
  /** What the console itself finds missing. */
  readonly lacks?: readonly Lack[];
  /** How the form calls the field at a path; null for what has no field. */
  readonly nameOf?: (path: string) => string | null;
  /** On a page without its fields all is said here, and nothing leads there. */
  readonly hasFields?: boolean;
};

export const Refusals = ({
  refusals,
  isTrial = false,
  lacks = [],
  nameOf = () => null,
  hasFields = true,
}: Props): JSX.Element | null => {
  const { t } = useTranslation();
  if (refusals.length + lacks.length === 0) return null;
  return (
    <div className="notice bad stack tight" role="alert">
      <p className="strong">{isTrial ? t('refused.trial') : t('refused.title')}</p>
      <ul>
        {lacks.map(({ path, words }) => (
          <li key={path}>
            <ToField name={nameOf(path)} path={path} />
            {words}
          </li>
        ))}
        {refusals.map((each) => (
          <li key={`${each.code} ${each.path}`}>
            <Refused of={each} name={nameOf(each.path)} hasField={hasFields} />
          </li>
        ))}
      </ul>
      <ForDevelopers refusals={refusals} />
    </div>
  );
};

type RefusedProps = {
  readonly of: WhyRefusedFragment;
  readonly name: string | null;
  readonly hasField: boolean;
};

/** In one sentence where its field says the rest. */
const Refused = ({ of, name, hasField }: RefusedProps): JSX.Element => {
  const { i18n } = useTranslation();
  if (name === null) return <HubSaid of={of} />;
  if (!hasField)
    return (
      <>
        <span className="strong">{name}: </span>
        <HubSaid of={of} />
      </>
    );
  return (
    <>
      <ToField name={name} path={of.path} />
      {wordsFor(i18n, ['refused.code'], of.code) ?? <HubText text={of.message} />}
    </>
  );
};

const ToField = ({ name, path }: { name: string | null; path: string }): JSX.Element | null =>
  name === null ? null : (
    <>
      <button type="button" className="to-field" onClick={() => leadTo(path)}>
        {name}
      </button>
      {': '}
    </>
  );

const ForDevelopers = ({ refusals }: Pick<Props, 'refusals'>): JSX.Element | null => {
  const { t } = useTranslation();
  if (refusals.length === 0) return null;
  return (
    <details className="small quiet">
      <summary>{t('refused.developers')}</summary>
      <ul className="plain" dir="ltr">
        {refusals.map(({ code, path }) => (
          <li key={`${code} ${path}`}>
            <code>{code}</code> <code>{path}</code>
          </li>
        ))}
      </ul>
    </details>
  );
};
