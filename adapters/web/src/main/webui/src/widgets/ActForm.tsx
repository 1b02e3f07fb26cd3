import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import { createContext, use, useLayoutEffect, useState, type ReactNode } from 'react';
import { texts } from '../texts';
import { violationsOf } from './act';
import { reasonOf } from './States';

/** Tells the dialog around a form whether it is busy. */
const TellsBusy = createContext<(isBusy: boolean) => void>(() => undefined);

interface ActFormProps {
  onSubmit: (event: React.FormEvent<HTMLFormElement>) => void;
  onCancel: () => void;
  /** The verb on the button. */
  action: string;
  isBusy: boolean;
  isDisabled?: boolean;
  /** What the server said against it; what is about one of the fields is shown there. */
  error: unknown;
  /** Members of what is sent that show their errors themselves. */
  fields: readonly string[];
  children: ReactNode;
}

/** A form that changes something. What was typed stays when it is refused. */
export function ActForm({
  onSubmit,
  onCancel,
  action,
  isBusy,
  isDisabled = false,
  error,
  fields,
  children,
}: ActFormProps) {
  const tellBusy = use(TellsBusy);
  useLayoutEffect(() => {
    tellBusy(isBusy);
    return () => {
      tellBusy(false);
    };
  }, [isBusy, tellBusy]);
  const members = Object.keys(violationsOf(error));
  const isShownByFields = members.length > 0 && members.every((member) => fields.includes(member));
  return (
    <form onSubmit={onSubmit}>
      <Stack>
        {error !== null && !isShownByFields && (
          <Alert color="red" role="alert">
            {reasonOf(error)}
          </Alert>
        )}
        {children}
        <Group justify="flex-end">
          <Button variant="default" disabled={isBusy} onClick={onCancel}>
            {texts.common.cancel}
          </Button>
          <Button type="submit" loading={isBusy} disabled={isDisabled}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Holds a form while it is open, so that it begins anew each time. */
export function FormModal({
  title,
  opened,
  onClose,
  children,
  size = 'md',
}: {
  title: string;
  opened: boolean;
  onClose: () => void;
  children: ReactNode;
  size?: string;
}) {
  const [isBusy, setBusy] = useState(false);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      // A click beside it shall not lose what was typed, or a secret that is shown once.
      closeOnClickOutside={false}
      // What comes of it is said here.
      closeOnEscape={!isBusy}
      size={size}
      title={title}
      closeButtonProps={{ 'aria-label': texts.common.close, disabled: isBusy }}
    >
      <TellsBusy value={setBusy}>{children}</TellsBusy>
    </Modal>
  );
}
