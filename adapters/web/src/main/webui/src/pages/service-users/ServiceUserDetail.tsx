import { Anchor, Breadcrumbs, Button, Stack, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { get, send } from '../../api/client';
import { instant } from '../../format';
import { Page } from '../../shell/Page';
import { Permitted } from '../../shell/Permitted';
import { SECTIONS } from '../../shell/sections';
import { texts } from '../../texts';
import { FormButton } from '../../widgets/FormButton';
import { confirm, useAct } from '../../widgets/act';
import { Facts } from '../../widgets/Explanation';
import { Panel } from '../../widgets/Panel';
import { Failed, Loading } from '../../widgets/States';
import { Numbered } from '../Numbered';
import { RolesOf } from '../roles/RolesOf';
import { Keys } from './Keys';
import { ServiceUserForm } from './ServiceUserForm';
import { SERVICE_USERS, StateBadge, type ServiceUser } from './standing';

const t = texts.serviceUsers;
const HEIGHT = 400;

export default function ServiceUserDetail() {
  return (
    <Permitted to={SECTIONS.serviceUsers}>
      <Numbered>{(id) => <Detail id={id} />}</Numbered>
    </Permitted>
  );
}

function Detail({ id }: { id: number }) {
  const one = useQuery({
    queryKey: [...SERVICE_USERS, id],
    queryFn: ({ signal }) => get('/api/v1/service-users/{id}', {}, { path: { id }, signal }),
  });
  return (
    <>
      <Breadcrumbs mb="xs">
        <Anchor component={Link} to="/settings/service-users" size="sm">
          {texts.common.sections.serviceUsers}
        </Anchor>
        <Text size="sm">{one.data?.name ?? id}</Text>
      </Breadcrumbs>
      <Page
        title={one.data?.name ?? texts.common.sections.serviceUsers}
        actions={one.data && <Actions of={one.data} />}
      >
        {one.isPending && <Loading height={HEIGHT} />}
        {one.isError && <Failed error={one.error} retry={() => void one.refetch()} />}
        {one.data && (
          <Stack>
            <Panel title={t.facts}>
              <Facts
                facts={[
                  [t.state, <StateBadge key="state" of={one.data} />],
                  [
                    t.expiresAt,
                    one.data.expiresAt === null ? texts.common.never : instant(one.data.expiresAt),
                  ],
                  [t.createdAt, t.by(instant(one.data.createdAt), one.data.createdBy)],
                ]}
              />
            </Panel>
            <Keys of={one.data} />
            <RolesOf
              title={t.roles.title}
              note={t.roles.note}
              none={t.roles.none}
              name={one.data.name}
              to={{ serviceUser: id }}
            />
          </Stack>
        )}
      </Page>
    </>
  );
}

function Actions({ of }: { of: ServiceUser }) {
  const navigate = useNavigate();
  const patch = (enabled: boolean) =>
    send('patch', '/api/v1/service-users/{id}', { path: { id: of.id }, body: { enabled } });
  const enabling = useAct({
    act: patch,
    done: (_, enabled) => (enabled ? t.isEnabled(of.name) : t.isDisabled(of.name)),
    undo: (_, enabled) => patch(!enabled),
    changes: [SERVICE_USERS],
  });
  const removal = useAct({
    act: () => send('delete', '/api/v1/service-users/{id}', { path: { id: of.id } }),
    done: t.removed(of.name),
    changes: [SERVICE_USERS],
    gone: [...SERVICE_USERS, of.id],
    onDone: () => {
      void navigate('/settings/service-users');
    },
  });
  return (
    <>
      <FormButton action={t.change} title={t.changeTitle(of.name)} icon={IconPencil} variant="default">
        {(close) => <ServiceUserForm of={of} onClose={close} />}
      </FormButton>
      <Button
        variant="default"
        loading={enabling.isPending}
        onClick={() => {
          if (of.enabled) {
            confirm({
              title: t.disableTitle(of.name),
              text: t.disableText,
              action: t.disable,
              onConfirm: () => {
                enabling.mutate(false);
              },
            });
          } else {
            enabling.mutate(true);
          }
        }}
      >
        {of.enabled ? t.disable : t.enable}
      </Button>
      <Button
        color="red"
        variant="outline"
        loading={removal.isPending}
        onClick={() => {
          confirm({
            title: t.removeTitle(of.name),
            text: t.removeText,
            action: t.remove,
            onConfirm: () => {
              removal.mutate();
            },
          });
        }}
      >
        {t.remove}
      </Button>
    </>
  );
}
