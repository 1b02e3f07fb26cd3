import { Anchor } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { Link } from 'react-router';
import { instant } from '../../format';
import { Page } from '../../shell/Page';
import { Permitted } from '../../shell/Permitted';
import { SECTIONS } from '../../shell/sections';
import { texts } from '../../texts';
import { FormButton } from '../../widgets/FormButton';
import { DataTable } from '../../widgets/DataTable';
import { Panel } from '../../widgets/Panel';
import { useServiceUsers } from '../../widgets/recipients';
import { Failed, Loading, Nothing } from '../../widgets/States';
import { ServiceUserForm } from './ServiceUserForm';
import { StateBadge } from './standing';

const t = texts.serviceUsers;
const HEIGHT = 240;

export default function ServiceUsers() {
  return (
    <Permitted to={SECTIONS.serviceUsers}>
      <AllServiceUsers />
    </Permitted>
  );
}

function AllServiceUsers() {
  const all = useServiceUsers();
  return (
    <Page
      title={texts.common.sections.serviceUsers}
      description={t.description}
      actions={
        <FormButton action={t.create}>{(close) => <ServiceUserForm of={null} onClose={close} />}</FormButton>
      }
    >
      <Panel title={t.all}>
        {all.isPending && <Loading height={HEIGHT} />}
        {all.isError && <Failed error={all.error} retry={() => void all.refetch()} />}
        {all.data?.length === 0 && (
          <Nothing icon={<IconKey aria-hidden />} title={t.none} text={t.noneText} />
        )}
        {all.data !== undefined && all.data.length > 0 && (
          <DataTable
            caption={t.all}
            minWidth={560}
            rows={all.data}
            rowKey={({ id }) => String(id)}
            columns={[
              {
                key: 'name',
                title: t.name,
                cell: ({ id, name }) => (
                  <Anchor component={Link} to={`/settings/service-users/${id}`} size="sm" underline="always">
                    {name}
                  </Anchor>
                ),
                sortBy: ({ name }) => name,
              },
              { key: 'state', title: t.state, cell: (one) => <StateBadge of={one} /> },
              {
                key: 'expires',
                title: t.expiresAt,
                cell: ({ expiresAt }) => (expiresAt === null ? texts.common.never : instant(expiresAt)),
                sortBy: ({ expiresAt }) => expiresAt ?? '9',
              },
              {
                key: 'created',
                title: t.createdAt,
                cell: ({ createdAt, createdBy }) => t.by(instant(createdAt), createdBy),
                sortBy: ({ createdAt }) => createdAt,
              },
            ]}
          />
        )}
      </Panel>
    </Page>
  );
}
