// A dialog before an act: one sentence that says what will happen, what the act needs, and why the hub refused it.
import { type JSX, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Acting, ask } from '../../../app/ask.ts';
import { queries } from '../../../app/queries.ts';
import type { TypedDocumentString, WhyRefusedFragment } from '../../../operations/graphql.generated.ts';
import { useOwn } from '../../../ui/act/use-own.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { Refusals } from '../../../ui/refusals.tsx';
import { Failure } from '../../../ui/states.tsx';

export type Outcome = { readonly refusals: readonly WhyRefusedFragment[] };

/** The act, for one press: asked again after a cut of the network it is done once. */
export type Run<Result extends Outcome> = (options: Acting) => Promise<Result>;

/** Runs a mutation whose answer is called `result`. */
export const acting =
  <Answer extends { readonly result: Outcome }, Input>(
    document: TypedDocumentString<Answer, { input: Input }>,
    input: Input,
  ): Run<Answer['result']> =>
  async (options) =>
    (await ask(document, { input }, options)).result;

type Props<Result extends Outcome> = {
  readonly title: string;
  /** What will happen, in one sentence. */
  readonly sentence: string;
  readonly button: string;
  readonly isDanger?: boolean;
  readonly isReady?: boolean;
  /** What is shown once it is done, such as a secret; without it, or where it is null, the dialog closes. */
  readonly shown?: (result: Result) => ReactNode;
  readonly close: () => void;
  readonly children?: ReactNode;
};

type Answered = { readonly result: Outcome };
type Document<Answer extends Answered, Input> = TypedDocumentString<Answer, { input: Input }>;

type ActProps<Answer extends Answered, Input> = Props<Answer['result']> & {
  readonly document: Document<Answer, Input>;
  readonly input: Input;
};

/** One mutation, whose answer is called `result`. */
export const ActDialog = <Answer extends Answered, Input>({
  document,
  input,
  ...props
}: ActProps<Answer, Input>): JSX.Element => <RunDialog {...props} run={acting(document, input)} />;

type RunProps<Result extends Outcome> = Props<Result> & { readonly run: Run<Result> };

/** One of several mutations. */
export const RunDialog = <Result extends Outcome>(props: RunProps<Result>): JSX.Element => {
  const { title, run, shown, close } = props;
  const [result, setResult] = useState<Result | null>(null);
  const { press, data, error, isPending } = useOwn({
    act: (idempotencyKey: string, as) => run({ idempotencyKey, as }),
    onDone: (answer) => {
      if (answer.refusals.length > 0) return;
      void queries.invalidateQueries();
      if (shown?.(answer) == null) close();
      else setResult(answer);
    },
  });
  return (
    <Dialog title={title} close={close} holds={result === null ? 'FORM' : 'SECRET'}>
      {result !== null && shown !== undefined ? (
        <div className="stack tight">{shown(result)}</div>
      ) : (
        <Form {...props} isBusy={isPending} send={() => press(crypto.randomUUID())}>
          {props.children}
          <Refusals refusals={data?.refusals ?? []} />
          {error !== null && <Failure error={error} />}
        </Form>
      )}
    </Dialog>
  );
};

type FormProps = Pick<
  Props<Outcome>,
  'sentence' | 'button' | 'isDanger' | 'isReady' | 'close' | 'children'
> & {
  readonly isBusy: boolean;
  readonly send: () => void;
};

const Form = ({
  sentence,
  button,
  isDanger = false,
  isReady = true,
  close,
  children,
  isBusy,
  send,
}: FormProps): JSX.Element => {
  const { t } = useTranslation();
  return (
    <form
      className="stack tight"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !isBusy) send();
      }}
    >
      <p>{sentence}</p>
      {children}
      <div className="row">
        <button type="submit" className={isDanger ? 'danger' : 'primary'} disabled={!isReady || isBusy}>
          {button}
        </button>
        <button type="button" onClick={close}>
          {t('admin.cancel')}
        </button>
      </div>
    </form>
  );
};
