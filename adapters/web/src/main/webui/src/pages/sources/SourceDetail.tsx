import { Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { get, send } from '../../api/client';
import { count, instant } from '../../format';
import { may } from '../../session/session';
import { Page, useSignedIn } from '../../shell/Page';
import { Permitted } from '../../shell/Permitted';
import { SECTIONS } from '../../shell/sections';
import { texts } from '../../texts';
import { confirm, useAct } from '../../widgets/act';
import { DataTable } from '../../widgets/DataTable';
import { Panel } from '../../widgets/Panel';
import { Failed, Loading, Nothing } from '../../widgets/States';
import { NotFound } from '../NotFound';
import { Backfill } from './Backfill';
import { SOURCES, useHealth, useSources, type Source } from './source';
import { SourceActions } from './SourceActions';
import { SourceFacts } from './SourceFacts';
import { Standing } from './Standing';
import { SyncProgress } from './SyncProgress';

const t = texts.sources.detail;
const HEIGHT = 240;

export default function SourceDetail() {
  return (
    <Permitted to={SECTIONS.sources}>
      <Chosen />
    </Permitted>
  );
}

function Chosen() {
  const { name } = useParams();
  const me = useSignedIn();
  const sources = useSources();
  if (sources.isPending) {
    return <Loading height={HEIGHT} />;
  }
  if (sources.data === undefined) {
    return <Failed error={sources.error} retry={() => void sources.refetch()} />;
  }
  const source = sources.data.find((one) => one.name === name);
  return source === undefined ? (
    <NotFound />
  ) : (
    <Detail source={source} mayManage={may(me, 'ManageSources')} />
  );
}

function Detail({ source, mayManage }: { source: Source; mayManage: boolean }) {
  return (
    <Page
      title={source.name}
      actions={
        mayManage && (
          <>
            <SourceActions source={source} />
            {source.setup?.managed && <Remove name={source.name} />}
          </>
        )
      }
    >
      <Stack>
        <SyncProgress source={source} />
        <div>
          <Panel title={t.health} controls={<Standing source={source} />}>
            <SourceFacts source={source} />
          </Panel>
        </div>
        <Reads name={source.name} />
        {mayManage && source.setup !== null && <Backfill name={source.name} />}
        <Rejects name={source.name} />
      </Stack>
    </Page>
  );
}

function Reads({ name }: { name: string }) {
  const health = useHealth(name);
  return (
    <div>
      <Panel title={t.reads}>
        {health.isPending && <Loading height={HEIGHT} />}
        {health.isError && <Failed error={health.error} retry={() => void health.refetch()} />}
        {health.data && (
          <DataTable
            caption={t.reads}
            rows={health.data.reads}
            rowKey={(read) => String(read.id)}
            columns={[
              { key: 'startedAt', title: t.startedAt, cell: (read) => instant(read.startedAt) },
              { key: 'kind', title: t.kind, cell: (read) => t.kinds[read.kind] },
              {
                key: 'outcome',
                title: t.outcome,
                cell: (read) => (
                  <>
                    {read.outcome === null ? t.underWay : t.outcomes[read.outcome]}
                    {read.failure !== null && (
                      <Text size="xs" c="dimmed">
                        {read.failure.message}
                      </Text>
                    )}
                  </>
                ),
              },
              {
                key: 'fetched',
                title: t.fetched,
                cell: (read) => count(read.counts.fetched),
                isNumber: true,
              },
              {
                key: 'changed',
                title: t.changed,
                cell: (read) => count(read.counts.changed),
                isNumber: true,
              },
              {
                key: 'rejected',
                title: t.rejected,
                cell: (read) => count(read.counts.rejected),
                isNumber: true,
              },
            ]}
          />
        )}
      </Panel>
    </div>
  );
}

function Rejects({ name }: { name: string }) {
  const rejects = useQuery({
    queryKey: ['sources', name, 'rejects'],
    queryFn: ({ signal }) => get('/api/v1/sources/{name}/rejects', {}, { path: { name }, signal }),
  });
  return (
    <div>
      <Panel title={t.rejects} description={t.rejectsText}>
        {rejects.isPending && <Loading height={HEIGHT} />}
        {rejects.isError && <Failed error={rejects.error} retry={() => void rejects.refetch()} />}
        {rejects.data?.length === 0 && <Nothing title={t.noRejects} />}
        {rejects.data !== undefined && rejects.data.length > 0 && (
          <DataTable
            caption={t.rejects}
            rows={rejects.data}
            rowKey={(reject) => `${reject.request} ${reject.path}`}
            columns={[
              { key: 'request', title: t.request, cell: (reject) => reject.request },
              { key: 'path', title: t.path, cell: (reject) => reject.path },
              { key: 'reason', title: t.reason, cell: (reject) => reject.reason },
              { key: 'lastSeen', title: t.lastSeen, cell: (reject) => instant(reject.lastSeenAt) },
            ]}
          />
        )}
      </Panel>
    </div>
  );
}

function Remove({ name }: { name: string }) {
  const navigate = useNavigate();
  const remove = useAct({
    act: () => send('delete', '/api/v1/sources/{name}', { path: { name } }),
    done: t.removed(name),
    changes: [SOURCES],
    gone: [...SOURCES, name],
    onDone: () => void navigate('/settings/sources'),
  });
  return (
    <Button
      size="xs"
      color="red"
      variant="light"
      onClick={() => {
        confirm({
          title: t.removeTitle(name),
          text: t.removeText,
          action: t.remove,
          onConfirm: () => {
            remove.mutate(undefined);
          },
        });
      }}
    >
      {t.remove}
    </Button>
  );
}
