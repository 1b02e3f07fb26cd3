import { Stack } from '@mantine/core';
import { may } from '../../session/session';
import { Page, useSignedIn } from '../../shell/Page';
import { Permitted } from '../../shell/Permitted';
import { SECTIONS } from '../../shell/sections';
import { texts } from '../../texts';
import { FormButton } from '../../widgets/FormButton';
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
  const roles = useRoles();
  const permissions = usePermissions();
  const failed = [roles, permissions].find(({ isError }) => isError);
  return (
    <Page
      title={texts.common.sections.roles}
      description={t.description}
      actions={
        mayManage && (
          <FormButton action={t.create} formSize="lg">
            {(close) => <RoleForm of={null} permissions={permissions.data ?? []} onClose={close} />}
          </FormButton>
        )
      }
    >
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
