import { Button, Group, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { partialMatchKey, useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ApiError } from '../api/client';
import { texts } from '../texts';
import { reasonOf } from './States';

const UNDO_IS_OFFERED_MILLISECONDS = 15_000;

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
  gone,
  onDone,
  undo,
  saysFailure = true,
}: {
  act: (input: Input) => Promise<Output>;
  /** What is said when it is done; nothing where the page shows it. */
  done?: string | ((output: Output, input: Input) => string);
  /** Keys of the queries that it may have changed. */
  changes: readonly QueryKey[];
  /** Key of what is no more afterwards: its page may still be there, and must not ask for it again. */
  gone?: QueryKey;
  onDone?: (output: Output, input: Input) => void;
  /** How everything becomes as it was, offered beside what is said when it is done. */
  undo?: (output: Output, input: Input) => Promise<unknown>;
  /** False where the form that was sent shows the failure itself. */
  saysFailure?: boolean;
}) {
  const queries = useQueryClient();
  const askAnew = () =>
    Promise.all(
      changes.map((queryKey) =>
        queries.invalidateQueries({
          queryKey,
          predicate: (query) => gone === undefined || !partialMatchKey(query.queryKey, gone),
        }),
      ),
    );
  return useMutation({
    mutationFn: act,
    onSuccess: async (output, input) => {
      if (done !== undefined) {
        const message = typeof done === 'string' ? done : done(output, input);
        if (undo === undefined) {
          notifications.show({ message, color: 'green' });
        } else {
          sayWithUndo(message, async () => {
            await undo(output, input);
            await askAnew();
          });
        }
      }
      onDone?.(output, input);
      await askAnew();
    },
    onError: (error) => {
      if (saysFailure) {
        notifications.show({
          message: reasonOf(error),
          color: 'red',
          autoClose: false,
        });
      }
    },
  });
}

function sayWithUndo(message: string, undo: () => Promise<unknown>) {
  const id = notifications.show({
    color: 'green',
    autoClose: UNDO_IS_OFFERED_MILLISECONDS,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <span>{message}</span>
        <Button
          size="compact-sm"
          variant="light"
          onClick={() => {
            notifications.hide(id);
            undo().then(
              () => notifications.show({ message: texts.common.undone, color: 'green' }),
              (error: unknown) =>
                notifications.show({ message: reasonOf(error), color: 'red', autoClose: false }),
            );
          }}
        >
          {texts.common.undo}
        </Button>
      </Group>
    ),
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
