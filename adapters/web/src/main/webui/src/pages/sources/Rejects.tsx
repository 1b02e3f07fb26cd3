import { Alert, Anchor, Code, List, Stack } from '@mantine/core';
import { IconCircleCheck, IconTool } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { get } from '../../api/client';
import { count, instant } from '../../format';
import { texts } from '../../texts';
import { DataTable } from '../../widgets/DataTable';
import { Panel } from '../../widgets/Panel';
import { Failed, Loading, Nothing } from '../../widgets/States';
import type { Source } from './source';

const t = texts.sources.detail;
const HEIGHT = 240;

/** What a vendor stated and nobody understood, and how it gets into the figures. */
export function Rejects({ source: { name, rejects: total }, to }: { source: Source; to: string }) {
  const rejects = useQuery({
    queryKey: ['sources', name, 'rejects'],
    queryFn: ({ signal }) => get('/api/v1/sources/{name}/rejects', {}, { path: { name }, signal }),
  });
  const rows = rejects.data ?? [];
  return (
    <Panel
      title={t.rejects}
      description={t.rejectsText}
      footer={rows.length > 0 && rows.length < total && t.rejectsCount(count(rows.length), count(total))}
    >
      {rejects.isPending && <Loading height={HEIGHT} />}
      {rejects.isError && <Failed error={rejects.error} retry={() => void rejects.refetch()} />}
      {rejects.data?.length === 0 && (
        <Nothing icon={<IconCircleCheck aria-hidden />} title={t.noRejects} text={t.noRejectsText} />
      )}
      {rows.length > 0 && (
        <Stack>
          <Alert color="blue" icon={<IconTool />} title={t.rejectsDo}>
            <List type="ordered" size="sm" spacing={4}>
              {t.rejectsSteps.map((step) => (
                <List.Item key={step}>{step}</List.Item>
              ))}
            </List>
            <Anchor component={Link} to={to} size="sm">
              {t.tabs.again}
            </Anchor>
          </Alert>
          <DataTable
            caption={t.rejects}
            minWidth={760}
            rows={rows}
            rowKey={(reject) => `${reject.request} ${reject.path}`}
            columns={[
              { key: 'reason', title: t.reason, cell: (reject) => reject.reason },
              { key: 'path', title: t.path, cell: (reject) => <Exactly>{reject.path}</Exactly> },
              { key: 'request', title: t.request, cell: (reject) => <Exactly>{reject.request}</Exactly> },
              {
                key: 'firstSeen',
                title: t.firstSeen,
                cell: (reject) => instant(reject.firstSeenAt),
                sortBy: (reject) => reject.firstSeenAt,
              },
              {
                key: 'lastSeen',
                title: t.lastSeen,
                cell: (reject) => instant(reject.lastSeenAt),
                sortBy: (reject) => reject.lastSeenAt,
              },
            ]}
          />
        </Stack>
      )}
    </Panel>
  );
}

function Exactly({ children }: { children: string }) {
  return <Code style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>{children}</Code>;
}
