import { Anchor, Badge, Group, Menu, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconCopy, IconEdit, IconLock, IconReplace, IconTrash, IconUsers } from '@tabler/icons-react';
import { Link } from 'react-router';
import { ago } from '../format';
import { texts } from '../texts';
import { FormModal } from '../widgets/ActForm';
import { confirm, useAct } from '../widgets/act';
import { RowMenu } from '../widgets/RowMenu';
import { addressOf, alter, contentOf, linkTo, remove, save, useShown, VIEWS, type View } from './views';
import { ViewForm, type ViewFields } from './ViewForm';
import classes from './Views.module.css';

const t = texts.views;

/** One view: opened by its name, and what can be done with it. */
export function ViewItem({ view, onOpened }: { view: View; onOpened: () => void }) {
  const [isRenaming, { open: rename, close: stopRenaming }] = useDisclosure(false);
  const shown = useShown();
  const altering = useAct({
    act: (some: Parameters<typeof alter>[1]) => alter(view, some),
    done: (changed, some) =>
      some.shared === undefined
        ? t.saved(changed.name)
        : changed.shared === 'everyone'
          ? t.isShared(changed.name)
          : t.isPrivate(changed.name),
    changes: [VIEWS],
  });
  const renaming = useAct({
    act: (fields: ViewFields) => alter(view, fields),
    done: (changed) => t.renamed(changed.name),
    changes: [VIEWS],
    onDone: stopRenaming,
    saysFailure: false,
  });
  const removing = useAct({
    act: () => remove(view),
    done: t.removed(view.name),
    changes: [VIEWS],
    undo: () => save(contentOf(view)),
    undone: t.restored(view.name),
  });

  return (
    <li className={classes.item}>
      <div className={classes.words}>
        <Anchor component={Link} to={addressOf(view)} onClick={onOpened} fw={600}>
          {view.name}
        </Anchor>
        {view.description && <Text size="sm">{view.description}</Text>}
        <Group gap={6} mt={4}>
          <Badge
            size="sm"
            tt="none"
            variant="light"
            color="gray"
            leftSection={
              view.shared === 'everyone' ? (
                <IconUsers size={12} aria-hidden />
              ) : (
                <IconLock size={12} aria-hidden />
              )
            }
          >
            {t.shared[view.shared]}
          </Badge>
          <Text size="xs" c="dimmed">
            {view.own ? t.mine : t.by(view.owner)} · {ago(view.changedAt)}
          </Text>
        </Group>
      </div>
      <RowMenu of={view.name}>
        <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => void copy(linkTo(view))}>
          {t.copyLink}
        </Menu.Item>
        {view.own && (
          <>
            <Menu.Item
              leftSection={<IconEdit size={16} />}
              onClick={() => {
                renaming.reset();
                rename();
              }}
            >
              {t.rename}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconReplace size={16} />}
              onClick={() => {
                altering.mutate(shown);
              }}
            >
              {t.update}
            </Menu.Item>
            <Menu.Item
              leftSection={view.shared === 'everyone' ? <IconLock size={16} /> : <IconUsers size={16} />}
              onClick={() => {
                altering.mutate({ shared: view.shared === 'everyone' ? 'private' : 'everyone' });
              }}
            >
              {view.shared === 'everyone' ? t.unshare : t.share}
            </Menu.Item>
            <Menu.Item
              color="red"
              leftSection={<IconTrash size={16} />}
              onClick={() => {
                if (view.shared === 'everyone') {
                  confirm({
                    title: t.removeShared.title(view.name),
                    text: t.removeShared.text,
                    action: t.remove,
                    onConfirm: () => {
                      removing.mutate();
                    },
                  });
                } else {
                  removing.mutate();
                }
              }}
            >
              {t.remove}
            </Menu.Item>
          </>
        )}
      </RowMenu>
      <FormModal title={t.rename} opened={isRenaming} onClose={stopRenaming}>
        <ViewForm
          initially={{ name: view.name, description: view.description ?? '', shared: view.shared }}
          onSubmit={(fields) => {
            renaming.mutate(fields);
          }}
          onCancel={stopRenaming}
          isBusy={renaming.isPending}
          error={renaming.error}
        />
      </FormModal>
    </li>
  );
}

/** Browsers let pages copy only where the connection is safe; elsewhere the link is shown. */
async function copy(link: string) {
  try {
    await navigator.clipboard.writeText(link);
    notifications.show({ message: t.linkCopied, color: 'green' });
  } catch {
    notifications.show({ title: t.copyLink, message: link, autoClose: false });
  }
}
