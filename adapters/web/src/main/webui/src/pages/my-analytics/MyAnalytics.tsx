import { Group, SegmentedControl, SimpleGrid, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { address, ApiError } from '../../api/client';
import { askAnew } from '../../api/queries';
import { FilterBar } from '../../filters/FilterBar';
import { costParameters, ownParameters, subjectParameters, useFilters } from '../../filters/filters';
import { NotAllowed } from '../../shell/NotAllowed';
import { Page, useSignedIn } from '../../shell/Page';
import { Permitted } from '../../shell/Permitted';
import { OWN_ANALYTICS } from '../../shell/sections';
import { texts } from '../../texts';
import { useComparison, useSessionCount, windowParameters } from '../../widgets/comparison';
import { Later } from '../../widgets/later';
import { Panel } from '../../widgets/Panel';
import { SessionsTable } from '../../widgets/SessionsTable';
import { Telling } from '../../widgets/Telling';
import { SessionsCard, SpendCard, UsageCard } from '../../widgets/TotalCards';
import { UsageWidget } from '../../widgets/UsageWidget';
import { OWN_METERS } from '../firstQuestions';
import { NotFound } from '../NotFound';
import { ExportOwn } from './ExportOwn';
import { LinkedUsers } from './LinkedUsers';
import { OwnLimits } from './OwnLimits';
import { Viewers } from './Viewers';

const t = texts.myAnalytics;
/** By what days are divided: what the vendors of these tell apart of one person. */
const DAILY = { acus: ['product'], 'llm-tokens': ['source'] } as const;
const BY_ORGANIZATION = ['organization'] as const;
const BY_MODEL = ['model'] as const;
const MOST_GROUPS = 10;

type Measure = keyof typeof DAILY;

/** Of whoever asks and of nobody else: every question of this page is below /me or says person=me. */
export default function MyAnalytics() {
  const me = useSignedIn();
  if (!me.personalAnalytics.on) {
    return <NotFound />;
  }
  return (
    <Permitted to={OWN_ANALYTICS}>
      <OwnPage />
    </Permitted>
  );
}

function OwnPage() {
  return useSignedIn().linkedTo.length === 0 ? <NobodyKnown /> : <OwnAnswers />;
}

/** Before a vendor knows somebody there are no figures of theirs: not zero, and no silence of the sources either. */
function NobodyKnown() {
  return (
    <Page title={texts.common.sections.myAnalytics} description={t.description}>
      <Stack>
        <LinkedUsers linkedTo={[]} />
        <Viewers />
      </Stack>
    </Page>
  );
}

function OwnAnswers() {
  const { filters } = useFilters();
  const comparison = useComparison(OWN_METERS, ownParameters(filters), true);
  const refused = comparison.error instanceof ApiError ? comparison.error.status : null;
  useMeAnewWhen(refused === 404 || refused === 403);
  if (refused === 404) {
    return <NotFound />;
  }
  return refused === 403 ? (
    <NotAllowed permission={OWN_ANALYTICS.permission} />
  ) : (
    <OwnFigures comparison={comparison} />
  );
}

/** A gate was closed since what one may do was asked. */
function useMeAnewWhen(isRefused: boolean) {
  useEffect(() => {
    if (isRefused) {
      void askAnew({ queryKey: ['me'], exact: true });
    }
  }, [isRefused]);
}

function OwnFigures({ comparison }: { comparison: ReturnType<typeof useComparison> }) {
  const { linkedTo } = useSignedIn();
  const { filters } = useFilters();
  const [measure, setMeasure] = useState<Measure>('acus');
  const parameters = ownParameters(filters);
  const subjects = { ...subjectParameters(filters), person: 'me' };
  const window = comparison.data?.window;
  const sessions = useSessionCount(window, subjects);
  const sessionsQuestion = window && { ...subjects, ...windowParameters(window) };
  const daily = DAILY[measure];
  return (
    <Page
      title={texts.common.sections.myAnalytics}
      description={t.description}
      actions={<ExportOwn usage={parameters} sessions={sessionsQuestion} />}
    >
      <FilterBar own />
      <Stack>
        <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }}>
          <UsageCard title={t.cards.acus} meter="acus" comparison={comparison} />
          <UsageCard title={t.cards.tokens} meter="llm-tokens" comparison={comparison} />
          <SpendCard
            title={t.cards.cost}
            comparison={comparison}
            filters={{ ...costParameters(filters), person: 'me' }}
          />
          <SessionsCard title={t.cards.sessions} comparison={comparison} subjects={subjects} />
        </SimpleGrid>
        <Later after={!comparison.isPending}>
          <Group gap="xs">
            <Text size="sm" fw={500} id="measure">
              {t.measure}
            </Text>
            <SegmentedControl
              size="xs"
              aria-labelledby="measure"
              value={measure}
              onChange={(value) => {
                setMeasure(value as Measure);
              }}
              data={OWN_METERS.map((value) => ({ value, label: t.measures[value] ?? value }))}
            />
          </Group>
          <UsageWidget
            own
            title={t.daily}
            description={t.dailyNote[daily[0]]}
            question={{ meter: measure, bucket: 'day', groupBy: daily, filters: parameters }}
            shape="bar"
          />
          <SimpleGrid cols={{ base: 1, lg: 2 }}>
            <UsageWidget
              own
              title={t.byOrganization}
              question={{ meter: measure, groupBy: BY_ORGANIZATION, top: MOST_GROUPS, filters: parameters }}
            />
            <UsageWidget
              own
              title={t.byModel}
              question={{ meter: measure, groupBy: BY_MODEL, top: MOST_GROUPS, filters: parameters }}
            />
          </SimpleGrid>
          <Panel
            title={t.sessions}
            description={t.sessionsNote}
            exportAddress={
              sessionsQuestion &&
              ((format) => address('/api/v1/sessions/export', { ...sessionsQuestion, format }))
            }
            footer={sessions.data && <Telling sources={sessions.data.sources} kind="session" />}
          >
            <SessionsTable caption={t.sessions} question={sessionsQuestion} withPerson={false} />
          </Panel>
          <SimpleGrid cols={{ base: 1, lg: 2 }}>
            <div>
              <OwnLimits />
            </div>
            <Stack>
              <div>
                <LinkedUsers linkedTo={linkedTo} />
              </div>
              <div>
                <Viewers />
              </div>
            </Stack>
          </SimpleGrid>
        </Later>
      </Stack>
    </Page>
  );
}
