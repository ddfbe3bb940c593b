// A dialog before an act: one sentence that says what will happen, what the act needs, and why the hub refused it.
import { type JSX, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Acting, ask } from '../../../app/ask.ts';
import { queries } from '../../../app/queries.ts';
import type { TypedDocumentString, WhyRefusedFragment } from '../../../operations/graphql.generated.ts';
import { ActOutcome } from '../../../ui/act/act-outcome.tsx';
import { CheckedForm } from '../../../ui/act/checked-form.tsx';
import { useAct } from '../../../ui/act/use-act.ts';
import { Dialog } from '../../../ui/dialog.tsx';

export type Outcome = { readonly refusals: readonly WhyRefusedFragment[] };

/** One act: what is asked tells it from another, so that the same press after a lost answer does nothing twice. */
export type Run<Result extends Outcome> = {
  readonly asked: unknown;
  readonly send: (options: Acting) => Promise<Result>;
};

/** Runs a mutation whose answer is called `result`. */
export const acting = <Answer extends { readonly result: Outcome }, Input>(
  document: TypedDocumentString<Answer, { input: Input }>,
  input: Input,
): Run<Answer['result']> => ({
  asked: [document.__meta__.hash, input],
  send: async (options) => (await ask(document, { input }, options)).result,
});

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
  const acted = useAct(
    // Of a press what was meant then: its fields may be changed while an attempt waits.
    (pressed: Run<Result>, options) => pressed.send(options),
    (answer) => {
      void queries.invalidateQueries();
      if (shown?.(answer) == null) close();
      else setResult(answer);
    },
  );
  return (
    <Dialog title={title} close={close} holds={result === null ? 'FORM' : 'SECRET'}>
      {result !== null && shown !== undefined ? (
        <div className="stack tight">{shown(result)}</div>
      ) : (
        <Form {...props} isBusy={acted.isBusy} send={() => acted.run(run)}>
          {props.children}
          <ActOutcome of={acted} />
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
    <CheckedForm
      className="stack tight"
      isReady={isReady}
      isBusy={isBusy}
      send={send}
      buttons={
        <>
          <button type="submit" className={isDanger ? 'danger' : 'primary'} aria-disabled={isBusy}>
            {button}
          </button>
          <button type="button" onClick={close}>
            {t('admin.cancel')}
          </button>
        </>
      }
    >
      <p>{sentence}</p>
      {children}
    </CheckedForm>
  );
};
