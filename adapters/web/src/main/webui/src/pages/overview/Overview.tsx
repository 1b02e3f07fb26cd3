import { SimpleGrid, Stack } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { Navigate } from 'react-router';
import { address } from '../../api/client';
import { FilterBar } from '../../filters/FilterBar';
import { costParameters, filterParameters, subjectParameters, useFilters } from '../../filters/filters';
import { may } from '../../session/session';
import { Page, useSignedIn } from '../../shell/Page';
import { Permitted } from '../../shell/Permitted';
import { SECTIONS } from '../../shell/sections';
import { texts } from '../../texts';
import { useComparison, useSessionCount, windowParameters } from '../../widgets/comparison';
import { Later } from '../../widgets/later';
import { useMeters } from '../../widgets/meters';
import { Panel } from '../../widgets/Panel';
import { SessionsTable } from '../../widgets/SessionsTable';
import { Loading, Nothing } from '../../widgets/States';
import { Telling } from '../../widgets/Telling';
import { SessionsCard, SpendCard, UsageCard } from '../../widgets/TotalCards';
import { UsageWidget } from '../../widgets/UsageWidget';
import { OVERVIEW_METERS } from '../firstQuestions';
import { useSources } from '../sources/source';
import { ActiveUsersCard } from './ActiveUsersCard';
import { FirstSync } from './FirstSync';
import { Projection } from './Projection';
import { QueueHealth } from './QueueHealth';

const t = texts.overview;
const MOST_GROUPS = 10;
const HEIGHT = 480;
const BY_PRODUCT = ['product'] as const;
const BY_PERSON = ['person'] as const;
const BY_ORGANIZATION = ['organization'] as const;

export default function Overview() {
  return (
    <Permitted to={SECTIONS.overview}>
      <Beginning />
    </Permitted>
  );
}

function Beginning() {
  const me = useSignedIn();
  const sources = useSources(SECTIONS.sources.isFor(me));
  if (sources.data?.length === 0 && may(me, 'ManageSources')) {
    return <Navigate to="/settings/connect" replace />;
  }
  return (
    <Page title={texts.common.sections.overview} actions={may(me, 'ViewAccountMetrics') && <QueueHealth />}>
      {sources.data && <FirstSync sources={sources.data} />}
      <FilterBar />
      <Figures />
    </Page>
  );
}

function Figures() {
  const { filters } = useFilters();
  const parameters = filterParameters(filters);
  const subjects = subjectParameters(filters);
  const comparison = useComparison(OVERVIEW_METERS, parameters);
  const window = comparison.data?.window;
  const sessions = useSessionCount(window, subjects);
  const sessionsQuestion = window && { ...subjects, ...windowParameters(window) };
  // Sources that state none of it, or are filtered out, are connected nevertheless.
  const isStated = comparison.data === undefined || comparison.data.sources.length > 0;
  const meters = useMeters(!isStated);
  if (!isStated && meters.isPending) {
    return <Loading height={HEIGHT} />;
  }
  if (!isStated && meters.data?.length === 0) {
    return <Nothing icon={<IconPlugConnectedX />} title={t.noSource.title} text={t.noSource.text} />;
  }
  return (
    <Stack>
      <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }}>
        <SessionsCard title={t.cards.sessions} comparison={comparison} subjects={subjects} />
        <UsageCard title={t.cards.acus} meter="acus" comparison={comparison} />
        <SpendCard title={t.cards.cost} comparison={comparison} filters={costParameters(filters)} />
        <ActiveUsersCard subjects={subjects} />
      </SimpleGrid>
      <Later after={!comparison.isPending}>
        <UsageWidget
          title={t.daily}
          description={t.dailyNote}
          question={{ meter: 'acus', bucket: 'day', groupBy: BY_PRODUCT, filters: parameters }}
          shape="area"
        />
        <SimpleGrid cols={{ base: 1, lg: 2 }}>
          <UsageWidget
            title={t.byPerson}
            description={t.byPersonNote}
            question={{ meter: 'acus', groupBy: BY_PERSON, top: MOST_GROUPS, filters: parameters }}
          />
          <UsageWidget
            title={t.byOrganization}
            description={t.byOrganizationNote}
            question={{ meter: 'acus', groupBy: BY_ORGANIZATION, top: MOST_GROUPS, filters: parameters }}
          />
        </SimpleGrid>
        <Projection subjects={subjects} />
        <Panel
          title={t.recent}
          description={t.recentNote}
          exportAddress={
            sessionsQuestion &&
            ((format) => address('/api/v1/sessions/export', { ...sessionsQuestion, format }))
          }
          footer={sessions.data && <Telling sources={sessions.data.sources} kind="session" />}
        >
          <SessionsTable caption={t.recent} question={sessionsQuestion} />
        </Panel>
      </Later>
    </Stack>
  );
}
