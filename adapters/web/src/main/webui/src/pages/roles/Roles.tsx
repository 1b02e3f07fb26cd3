import { Button, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { may } from '../../session/session';
import { Page, useSignedIn } from '../../shell/Page';
import { Permitted } from '../../shell/Permitted';
import { SECTIONS } from '../../shell/sections';
import { texts } from '../../texts';
import { FormModal } from '../../widgets/ActForm';
import { Panel } from '../../widgets/Panel';
import { Failed, Loading } from '../../widgets/States';
import { RoleForm } from './RoleForm';
import { RoleList } from './RoleList';
import { usePermissions, useRoles } from './queries';
import { RolesOf } from './RolesOf';

const t = texts.roles;
const HEIGHT = 240;

export default function Roles() {
  return (
    <Permitted to={SECTIONS.roles}>
      <AllRoles />
    </Permitted>
  );
}

function AllRoles() {
  const mayManage = may(useSignedIn(), 'ManageAccountMembership');
  const [isCreating, setCreating] = useState(false);
  const roles = useRoles();
  const permissions = usePermissions();
  const failed = [roles, permissions].find(({ isError }) => isError);
  const close = () => {
    setCreating(false);
  };
  return (
    <Page
      title={texts.common.sections.roles}
      description={t.description}
      actions={
        mayManage && (
          <Button
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => {
              setCreating(true);
            }}
          >
            {t.create}
          </Button>
        )
      }
    >
      <FormModal title={t.create} opened={isCreating} onClose={close} size="lg">
        <RoleForm of={null} permissions={permissions.data ?? []} onClose={close} />
      </FormModal>
      <Stack>
        <RolesOf
          title={t.assignments.title}
          note={t.assignments.note}
          none={t.assignments.none}
          name={null}
          to={null}
        />
        <Panel title={t.all} description={t.allNote}>
          {failed !== undefined && <Failed error={failed.error} retry={() => void failed.refetch()} />}
          {failed === undefined && (roles.isPending || permissions.isPending) && <Loading height={HEIGHT} />}
          {roles.data !== undefined && permissions.data !== undefined && (
            <RoleList roles={roles.data} permissions={permissions.data} mayManage={mayManage} />
          )}
        </Panel>
      </Stack>
    </Page>
  );
}
