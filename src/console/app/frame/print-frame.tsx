// In print the marking of the page stands at the head and the foot of each sheet. The head and the foot of a table are repeated
// and take room of their own, so that nothing of the text lies beneath them. On a screen it is not there.
import type { JSX, ReactNode } from 'react';
import { usePrintedMark } from '../../ui/print/printed.ts';
import '../../style/print.css';

export const PrintFrame = ({ children }: { children: ReactNode }): JSX.Element => (
  <div className="print-frame">
    <Mark place="print-head" />
    <div className="print-body">{children}</div>
    <Mark place="print-foot" />
  </div>
);

const Mark = ({ place }: { place: string }): JSX.Element => {
  const mark = usePrintedMark();
  return (
    <div className={place} aria-hidden="true">
      {mark !== '' && <div className="print-mark">{mark}</div>}
    </div>
  );
};
