import { Menu, Stack, Text } from '@mantine/core';
import { IconBan, IconCheck, IconKey, IconLogout, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { send } from '../../api/client';
import { useSignedIn } from '../../shell/Page';
import { texts } from '../../texts';
import { FormModal } from '../../widgets/ActForm';
import { confirm, useAct } from '../../widgets/act';
import { RowMenu } from '../../widgets/RowMenu';
import { Secret } from '../../widgets/Secret';
import { ACCOUNTS, change, linkOf, type Account, type OfferedReset } from './known';
import { ChangeAccount } from './ChangeAccount';

const t = texts.accounts;

/** Everything that can be done with an account. */
export function AccountActions({ account }: { account: Account }) {
  const { id, login, enabled, issuer } = account;
  const isOwn = useSignedIn().account?.login === login;
  const [isChanging, setChanging] = useState(false);
  const [reset, setReset] = useState<OfferedReset | null>(null);
  const enabling = useAct({
    act: (wanted: boolean) => change(id, { enabled: wanted }),
    done: (_, wanted) => (wanted ? t.isEnabled(login) : t.isDisabled(login)),
    undo: (_, wanted) => change(id, { enabled: !wanted }),
    changes: [ACCOUNTS],
  });
  const signingOut = useAct({
    act: () => send('delete', '/api/v1/accounts/{id}/sessions', { path: { id } }),
    done: t.isSignedOut(login),
    changes: [ACCOUNTS, ['session']],
  });
  const resetting = useAct({
    act: () => send('post', '/api/v1/accounts/{id}/password-reset', { path: { id } }),
    changes: [],
    onDone: setReset,
  });
  const removal = useAct({
    act: () => send('delete', '/api/v1/accounts/{id}', { path: { id } }),
    done: t.removed(login),
    changes: [ACCOUNTS, ['people'], ['session']],
  });
  const ask = (title: string, text: string, action: string, act: () => void, isDangerous = true) => {
    confirm({ title, text: <Warned isOwn={isOwn}>{text}</Warned>, action, onConfirm: act, isDangerous });
  };
  return (
    <>
      <FormModal
        title={t.changeTitle(login)}
        opened={isChanging}
        onClose={() => {
          setChanging(false);
        }}
      >
        <ChangeAccount
          account={account}
          onClose={() => {
            setChanging(false);
          }}
        />
      </FormModal>
      <ResetLink
        login={login}
        reset={reset}
        onClose={() => {
          setReset(null);
        }}
      />
      <RowMenu of={login}>
        <Menu.Item
          leftSection={<IconPencil size={16} />}
          onClick={() => {
            setChanging(true);
          }}
        >
          {t.change}
        </Menu.Item>
        {issuer === null && (
          <Menu.Item
            leftSection={<IconKey size={16} />}
            onClick={() => {
              ask(
                t.reset.confirmTitle(login),
                t.reset.text,
                t.reset.offer,
                () => {
                  resetting.mutate();
                },
                false,
              );
            }}
          >
            {t.reset.action}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconLogout size={16} />}
          onClick={() => {
            ask(t.signOutTitle(login), t.signOutText, t.signOut, () => {
              signingOut.mutate();
            });
          }}
        >
          {t.signOut}
        </Menu.Item>
        {enabled ? (
          <Menu.Item
            leftSection={<IconBan size={16} />}
            onClick={() => {
              ask(t.disableTitle(login), t.disableText, t.disable, () => {
                enabling.mutate(false);
              });
            }}
          >
            {t.disable}
          </Menu.Item>
        ) : (
          <Menu.Item
            leftSection={<IconCheck size={16} />}
            onClick={() => {
              enabling.mutate(true);
            }}
          >
            {t.enable}
          </Menu.Item>
        )}
        <Menu.Item
          color="red"
          leftSection={<IconTrash size={16} />}
          onClick={() => {
            ask(t.removeTitle(login), t.removeText, t.remove, () => {
              removal.mutate();
            });
          }}
        >
          {t.remove}
        </Menu.Item>
      </RowMenu>
    </>
  );
}

interface ResetLinkProps {
  login: string;
  reset: OfferedReset | null;
  onClose: () => void;
}

function ResetLink({ login, reset, onClose }: ResetLinkProps) {
  return (
    <FormModal title={t.reset.title(login)} opened={reset !== null} onClose={onClose} size="lg">
      {reset !== null && (
        <Stack>
          <Text size="sm">{t.reset.note(login)}</Text>
          <Secret label={t.reset.link} value={linkOf(reset)} until={reset.expiresAt} onClose={onClose} />
        </Stack>
      )}
    </FormModal>
  );
}

function Warned({ isOwn, children }: { isOwn: boolean; children: ReactNode }) {
  return (
    <>
      {children}
      {isOwn && (
        <Text size="sm" fw={600} mt="xs">
          {t.own}
        </Text>
      )}
    </>
  );
}
