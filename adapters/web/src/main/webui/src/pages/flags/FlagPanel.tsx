import { Badge, Button, Menu, Stack, Text } from '@mantine/core';
import { IconPencil, IconRotate, IconToggleRight, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { send } from '../../api/client';
import { instant } from '../../format';
import { texts } from '../../texts';
import { FormModal } from '../../widgets/ActForm';
import { confirm, useAct } from '../../widgets/act';
import { DataTable } from '../../widgets/DataTable';
import { useScopeName } from '../../widgets/organizations';
import { Panel } from '../../widgets/Panel';
import { RowMenu } from '../../widgets/RowMenu';
import { TwoLines } from '../../widgets/TwoLines';
import { Decision } from './Decision';
import { DescribeFlag } from './DescribeFlag';
import { CHANGED, leaveUnset, restore, standingOf, windowOf, type Flag, type FlagState } from './states';
import { SwitchFlag } from './SwitchFlag';

const t = texts.flags;
const STANDINGS = { now: '', later: t.later, over: t.over };

/** One flag: how it is set where, and what that means. */
export function FlagPanel({ flag }: { flag: Flag }) {
  const [open, setOpen] = useState<'switch' | 'describe' | null>(null);
  const [preset, setPreset] = useState<FlagState | null>(null);
  const close = () => {
    setOpen(null);
  };
  const switchFrom = (state: FlagState | null) => {
    setPreset(state);
    setOpen('switch');
  };
  const removal = useAct({
    act: () => send('delete', '/api/v1/flags/{key}', { path: { key: flag.key } }),
    done: t.removed(flag.key),
    changes: CHANGED,
  });
  return (
    <Panel
      title={flag.key}
      description={flag.description}
      controls={
        <>
          <Button
            size="xs"
            variant="light"
            leftSection={<IconToggleRight size={16} aria-hidden />}
            aria-label={t.changeOf(flag.key)}
            onClick={() => {
              switchFrom(null);
            }}
          >
            {t.change}
          </Button>
          <RowMenu of={flag.key}>
            <Menu.Item
              leftSection={<IconPencil size={16} />}
              onClick={() => {
                setOpen('describe');
              }}
            >
              {t.describe}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconTrash size={16} />}
              color="red"
              onClick={() => {
                confirm({
                  title: t.removeTitle(flag.key),
                  text: t.removeText(flag.states.length),
                  action: t.remove,
                  onConfirm: () => {
                    removal.mutate();
                  },
                });
              }}
            >
              {t.remove}
            </Menu.Item>
          </RowMenu>
        </>
      }
    >
      <FormModal title={t.changeOf(flag.key)} opened={open === 'switch'} onClose={close}>
        <SwitchFlag flag={flag} preset={preset} onClose={close} />
      </FormModal>
      <FormModal title={t.describeTitle(flag.key)} opened={open === 'describe'} onClose={close}>
        <DescribeFlag flag={flag} onClose={close} />
      </FormModal>
      <Stack>
        {flag.states.length === 0 ? (
          <Text size="sm">{t.unset}</Text>
        ) : (
          <States flag={flag} onSwitch={switchFrom} />
        )}
        <Decision flag={flag} />
      </Stack>
    </Panel>
  );
}

function States({ flag, onSwitch }: { flag: Flag; onSwitch: (state: FlagState) => void }) {
  const nameOf = useScopeName();
  const reset = useAct({
    act: (state: FlagState) => leaveUnset(flag.key, state.scope),
    done: (_, state) => t.wasReset(nameOf(state.scope)),
    undo: (_, state) => restore(flag, state.scope),
    changes: CHANGED,
  });
  return (
    <DataTable
      caption={t.states(flag.key)}
      minWidth={600}
      rows={flag.states}
      rowKey={({ scope }) => (scope === null ? '' : `${scope.source} ${scope.organization}`)}
      columns={[
        {
          key: 'where',
          title: t.where,
          cell: ({ scope }) => nameOf(scope),
          sortBy: ({ scope }) => nameOf(scope),
        },
        { key: 'state', title: t.state, cell: (state) => <Standing of={state} /> },
        { key: 'reason', title: t.reason, cell: ({ reason }) => reason },
        {
          key: 'changed',
          title: t.changed,
          cell: ({ changedBy, changedAt }) => (
            <TwoLines first={instant(changedAt)} second={t.by(changedBy)} />
          ),
          sortBy: ({ changedAt }) => changedAt,
        },
        {
          key: 'actions',
          title: texts.common.actions,
          cell: (state) => (
            <RowMenu of={nameOf(state.scope)}>
              <Menu.Item
                leftSection={<IconToggleRight size={16} />}
                onClick={() => {
                  onSwitch(state);
                }}
              >
                {state.on ? t.switchOff : t.switchOn}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconRotate size={16} />}
                onClick={() => {
                  confirm({
                    title: t.resetTitle(nameOf(state.scope)),
                    text: t.resetText,
                    action: t.reset,
                    onConfirm: () => {
                      reset.mutate(state);
                    },
                  });
                }}
              >
                {t.reset}
              </Menu.Item>
            </RowMenu>
          ),
        },
      ]}
    />
  );
}

function Standing({ of: state }: { of: FlagState }) {
  const standing = standingOf(state);
  return (
    <TwoLines
      first={
        <Badge miw="max-content" variant={standing === 'now' && state.on ? 'filled' : 'default'}>
          {state.on ? t.on : t.off}
        </Badge>
      }
      second={STANDINGS[standing] + windowOf(state)}
    />
  );
}
