import { SimpleGrid, Stack, Text } from '@mantine/core';
import { texts } from '../../texts';
import { Panel } from '../../widgets/Panel';
import { Failed, Loading } from '../../widgets/States';
import { Backfill } from './Backfill';
import { JobProgress } from './JobProgress';
import { Replay } from './Replay';
import { useConnectors, useJobs, type Source } from './source';

const t = texts.sources.detail;
const HEIGHT = 120;

/** What was read once is read another time: from the vendor, or from what it answered then. */
export function Again({
  source: { name, connector, setup },
  mayManage,
}: {
  source: Source;
  mayManage: boolean;
}) {
  const jobs = useJobs(name);
  const capabilities = useConnectors().data?.find(({ id }) => id === connector)?.capabilities;
  return (
    <Stack>
      {mayManage && setup !== null && (
        <SimpleGrid cols={{ base: 1, md: 2 }}>
          <Backfill name={name} isPossible={capabilities?.includes('BACKFILL') !== false} />
          <Replay name={name} />
        </SimpleGrid>
      )}
      <div>
        <Panel title={t.jobs}>
          {jobs.isPending && <Loading height={HEIGHT} />}
          {jobs.isError && <Failed error={jobs.error} retry={() => void jobs.refetch()} />}
          {jobs.data?.length === 0 && (
            <Text size="sm" c="dimmed">
              {t.noJobs}
            </Text>
          )}
          <Stack gap="md" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
            {jobs.data?.map((job) => (
              <li key={job.id}>
                <JobProgress name={name} job={job} mayManage={mayManage} />
              </li>
            ))}
          </Stack>
        </Panel>
      </div>
    </Stack>
  );
}
