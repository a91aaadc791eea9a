// SPDX-License-Identifier: Apache-2.0
import { Button, Group, getDefaultZIndex, Modal, Text } from '@mantine/core';
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { useT } from '@/lib/language.tsx';

export type Question = {
  title: string;
  text?: ReactNode;
  // A verb: «Удалить черновик».
  action: string;
  danger?: boolean;
  // Enter goes back: the step is rarely meant.
  unlikely?: boolean;
};

type Asked = Question & { answer: (yes: boolean) => void };
type Confirm = (question: Question) => Promise<boolean>;

const ConfirmContext = createContext<Confirm>(async () => false);

export function ConfirmProvider({ children }: { children: ReactNode }) {
  const t = useT();
  const [asked, setAsked] = useState<Asked>();
  const confirm = useCallback<Confirm>(
    (question) => new Promise((answer) => setAsked({ ...question, answer })),
    [],
  );
  const close = (yes: boolean) => {
    asked?.answer(yes);
    setAsked(undefined);
  };

  return (
    <ConfirmContext.Provider value={confirm}>
      {children}
      <Modal
        opened={asked !== undefined}
        onClose={() => close(false)}
        title={asked?.title}
        size="sm"
        // Its place in the page is before the dialogs it asks about: what is asked lies above them.
        zIndex={getDefaultZIndex('overlay')}
      >
        <Text size="sm" component="div">
          {asked?.text}
        </Text>
        <Group justify="flex-end" mt="md">
          <Button
            variant="default"
            onClick={() => close(false)}
            data-autofocus={asked?.unlikely || undefined}
          >
            {t('action.cancel')}
          </Button>
          <Button
            color={asked?.danger ? 'red' : undefined}
            onClick={() => close(true)}
            data-autofocus={!asked?.unlikely || undefined}
          >
            {asked?.action}
          </Button>
        </Group>
      </Modal>
    </ConfirmContext.Provider>
  );
}

// Asks the person; false when they leave the dialog.
export function useConfirm(): Confirm {
  return useContext(ConfirmContext);
}
