import { Group, Text } from '@mantine/core';
import { IconEyeOff, IconKey, IconUser, IconUsers } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { get, type Schema } from '../../api/client';
import { texts } from '../../texts';
import { CursorPages, useCursor } from '../../widgets/CursorPages';
import { DataTable } from '../../widgets/DataTable';
import { Panel } from '../../widgets/Panel';
import { Failed, Loading, Nothing } from '../../widgets/States';

const t = texts.myAnalytics.viewers;
const PAGE_SIZE = 10;
const HEIGHT = 200;
const ICONS: Record<string, typeof IconUser> = {
  person: IconUser,
  'service-user': IconKey,
  group: IconUsers,
};

/** Who else may see what is one's own, and by which role. */
export function Viewers() {
  const cursor = useCursor('viewers');
  const viewers = useQuery({
    queryKey: ['me', 'viewers', cursor.after],
    queryFn: ({ signal }) => get('/api/v1/me/viewers', { limit: PAGE_SIZE, after: cursor.after }, { signal }),
    placeholderData: keepPreviousData,
  });
  return (
    <Panel title={t.title} description={t.note} footer={<Text size="xs">{t.limits}</Text>}>
      {viewers.isPending && <Loading height={HEIGHT} />}
      {viewers.isError && <Failed error={viewers.error} retry={() => void viewers.refetch()} />}
      {viewers.data?.viewers.length === 0 && <Nothing icon={<IconEyeOff />} title={t.none} />}
      {viewers.data !== undefined && viewers.data.viewers.length > 0 && (
        <DataTable
          caption={t.title}
          minWidth={480}
          rows={viewers.data.viewers.flatMap((viewer) => viewer.by.map((way) => ({ viewer, way })))}
          rowKey={({ viewer }, index) => `${viewer.kind} ${viewer.name} ${index}`}
          columns={[
            { key: 'who', title: t.who, cell: ({ viewer }) => <Who viewer={viewer} /> },
            { key: 'by', title: t.by, cell: ({ way }) => way.role },
            {
              key: 'where',
              title: t.where,
              cell: ({ way: { scope } }) =>
                scope === null ? t.enterprise : `${scope.name ?? scope.organization} (${scope.source})`,
            },
            {
              key: 'sees',
              title: t.sees,
              cell: ({ way }) => way.sees.map((subject) => t.subjects[subject] ?? subject).join(', '),
            },
          ]}
          pages={
            <CursorPages
              cursor={cursor}
              next={viewers.data.next === null ? null : String(viewers.data.next)}
            />
          }
        />
      )}
    </Panel>
  );
}

function Who({ viewer: { kind, name } }: { viewer: Schema<'Viewer'> }) {
  const Icon = ICONS[kind] ?? IconUser;
  return (
    <Group gap={8} wrap="nowrap">
      <Icon size={16} aria-hidden />
      <div>
        <Text size="sm">{name}</Text>
        <Text size="xs" c="dimmed">
          {t.kinds[kind] ?? kind}
        </Text>
      </div>
    </Group>
  );
}
