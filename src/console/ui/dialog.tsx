// A dialog over the view, by react-aria: it takes the focus, keeps it, and gives it back. Loaded only when one is opened.
import type { JSX, ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import './dialog.css';

type Props = {
  readonly title: string;
  readonly close: () => void;
  /** What would be lost by a press beside it: `FORM` closes by its buttons and Escape, `SECRET` by its button alone. */
  readonly holds?: 'NOTHING' | 'FORM' | 'SECRET';
  readonly children: ReactNode;
};

export const Dialog = ({ title, close, holds = 'NOTHING', children }: Props): JSX.Element => {
  const { t } = useTranslation();
  return (
    <ModalOverlay
      isOpen
      isDismissable={holds === 'NOTHING'}
      isKeyboardDismissDisabled={holds === 'SECRET'}
      onOpenChange={(isOpen) => {
        if (!isOpen) close();
      }}
      className="overlay"
    >
      <Modal className="modal">
        <AriaDialog className="dialog">
          <div className="row apart">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <button type="button" className="small" onClick={close}>
              {t('dialog.close')}
            </button>
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
};
