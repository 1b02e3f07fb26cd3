import { Button, Group, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { partialMatchKey, useMutation, type QueryKey } from '@tanstack/react-query';
import { useLayoutEffect, type ReactNode } from 'react';
import { ApiError } from '../api/client';
import { askAnew } from '../api/queries';
import { upperFirst } from '../format';
import { texts } from '../texts';
import { reasonOf } from './States';

const UNDO_IS_OFFERED_MILLISECONDS = 15_000;
/** A dialog that closes gives the focus back after 10. */
const AFTER_DIALOGS_MILLISECONDS = 20;
const LONGEST_FOUND = 60;

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
  const asker = document.activeElement;
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
    onConfirm: () => {
      // What is done belongs to what asked: the button here is gone in a moment.
      if (asker instanceof HTMLElement) {
        asker.focus();
      }
      onConfirm();
    },
  });
}

/** A button that is busy is disabled and loses the focus: it gets it back afterwards, if nothing else took it. */
export function useFocusBack(isBusy: boolean) {
  // As soon as it is disabled: browsers take the focus from it a little later.
  useLayoutEffect(() => {
    const button = document.activeElement;
    if (!isBusy || !(button instanceof HTMLElement) || !button.matches(':disabled')) {
      return;
    }
    const dialog = button.closest<HTMLElement>('[role=dialog]');
    dialog?.focus({ preventScroll: true });
    return () => {
      setTimeout(() => {
        const focused = document.activeElement;
        if (focused === document.body || focused === dialog || focused === button) {
          button.focus({ preventScroll: true });
        }
      }, AFTER_DIALOGS_MILLISECONDS);
    };
  }, [isBusy]);
}

/** Changes something, says that it is done or why it is not, and asks anew for what it may have changed. */
export function useAct<Input, Output>({
  act,
  done,
  changes,
  gone,
  onDone,
  undo,
  undone = texts.common.undone,
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
  /** What is said then. */
  undone?: string;
  /** False where the form that was sent shows the failure itself. */
  saysFailure?: boolean;
}) {
  const askAnewForChanges = () =>
    Promise.all(
      changes.map((queryKey) =>
        askAnew({
          queryKey,
          predicate: (query) => gone === undefined || !partialMatchKey(query.queryKey, gone),
        }),
      ),
    );
  const mutation = useMutation({
    mutationFn: act,
    onSuccess: async (output, input) => {
      if (done !== undefined) {
        const message = typeof done === 'string' ? done : done(output, input);
        if (undo === undefined) {
          notifications.show({ message, color: 'green' });
        } else {
          sayWithUndo(message, undone, async () => {
            await undo(output, input);
            await askAnewForChanges();
          });
        }
      }
      onDone?.(output, input);
      await askAnewForChanges();
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
  useFocusBack(mutation.isPending);
  return mutation;
}

function sayWithUndo(message: string, undone: string, undo: () => Promise<unknown>) {
  const id = notifications.show({
    color: 'green',
    autoClose: UNDO_IS_OFFERED_MILLISECONDS,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <span style={{ minWidth: 0, overflowWrap: 'anywhere' }}>{message}</span>
        <Button
          style={{ flexShrink: 0 }}
          size="compact-sm"
          variant="light"
          onClick={() => {
            notifications.hide(id);
            undo().then(
              () => notifications.show({ message: undone, color: 'green' }),
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

/** That it clashes with what is there already, such as another of the same name, or was changed meanwhile. */
export function conflictOf(error: unknown): ApiError | null {
  return error instanceof ApiError && error.status === 409 ? error : null;
}

/** What the server found wrong in the members that were sent, for the fields of a form. */
export function violationsOf(error: unknown): Record<string, string> {
  return error instanceof ApiError
    ? Object.fromEntries(
        error.violations.map(({ member, parameter, expected, found }) => [
          member ?? parameter ?? '',
          upperFirst(texts.common.failed.violation(expected, cut(found))),
        ]),
      )
    : {};
}

function cut(found: string): string {
  return found.length > LONGEST_FOUND ? `${found.slice(0, LONGEST_FOUND)}…` : found;
}
