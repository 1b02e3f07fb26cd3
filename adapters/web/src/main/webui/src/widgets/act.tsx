import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ApiError } from '../api/client';
import { texts } from '../texts';
import { reasonOf } from './States';

const CLOSE = { 'aria-label': texts.common.close };

/** Says what will happen, and asks before it does. */
export function confirm({
  title,
  text,
  action,
  onConfirm,
  isDangerous = true,
}: {
  title: string;
  text: ReactNode;
  /** The verb on the button. */
  action: string;
  onConfirm: () => void;
  isDangerous?: boolean;
}) {
  modals.openConfirmModal({
    title,
    children: (
      <Text size="sm" component="div">
        {text}
      </Text>
    ),
    labels: { confirm: action, cancel: texts.common.cancel },
    confirmProps: isDangerous ? { color: 'red' } : {},
    closeButtonProps: { 'aria-label': texts.common.close },
    onConfirm,
  });
}

/** Changes something, says that it is done or why it is not, and asks anew for what it may have changed. */
export function useAct<Input, Output>({
  act,
  done,
  changes,
  onDone,
  saysFailure = true,
}: {
  act: (input: Input) => Promise<Output>;
  /** What is said when it is done; nothing where the page shows it. */
  done?: string | ((output: Output, input: Input) => string);
  /** Keys of the queries that it may have changed. */
  changes: readonly QueryKey[];
  onDone?: (output: Output, input: Input) => void;
  /** False where the form that was sent shows the failure itself. */
  saysFailure?: boolean;
}) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async (output, input) => {
      if (done !== undefined) {
        notifications.show({
          message: typeof done === 'string' ? done : done(output, input),
          color: 'green',
          closeButtonProps: CLOSE,
        });
      }
      onDone?.(output, input);
      await Promise.all(changes.map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
    onError: (error) => {
      if (saysFailure) {
        notifications.show({
          message: reasonOf(error),
          color: 'red',
          autoClose: false,
          closeButtonProps: CLOSE,
        });
      }
    },
  });
}

/** What the server found wrong in the members that were sent, for the fields of a form. */
export function violationsOf(error: unknown): Record<string, string> {
  return error instanceof ApiError
    ? Object.fromEntries(
        error.violations.map(({ member, parameter, expected, found }) => [
          member ?? parameter ?? '',
          texts.common.failed.violation(expected, found),
        ]),
      )
    : {};
}
