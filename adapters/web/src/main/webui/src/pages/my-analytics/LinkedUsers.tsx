import { Code } from '@mantine/core';
import { IconLinkOff } from '@tabler/icons-react';
import type { Schema } from '../../api/client';
import type { Me } from '../../session/session';
import { texts } from '../../texts';
import { DataTable } from '../../widgets/DataTable';
import { Panel } from '../../widgets/Panel';
import { Nothing } from '../../widgets/States';

const t = texts.myAnalytics.linked;

/** What the vendors know somebody as; what these used is theirs. */
export function LinkedUsers({ linkedTo }: Pick<Me, 'linkedTo'>) {
  return (
    <Panel title={t.title} description={t.note}>
      {linkedTo.length === 0 ? (
        <Nothing icon={<IconLinkOff />} title={t.none} text={t.noneText} />
      ) : (
        <DataTable
          caption={t.title}
          rows={linkedTo}
          rowKey={({ source, user }) => `${source} ${user}`}
          columns={[
            { key: 'source', title: t.source, cell: ({ source }) => source },
            {
              key: 'name',
              title: t.user,
              cell: (linked) => describe(linked) ?? texts.widgets.none,
            },
            {
              key: 'user',
              title: t.id,
              cell: ({ user }) => <Code style={{ overflowWrap: 'anywhere' }}>{user}</Code>,
            },
          ]}
        />
      )}
    </Panel>
  );
}

function describe({ name, address }: Schema<'OwnUser'>): string | null {
  return name && address ? `${name} (${address})` : (name ?? address ?? null);
}
