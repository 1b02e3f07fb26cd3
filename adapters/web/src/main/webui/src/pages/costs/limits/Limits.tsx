import { Progress, Switch, Text } from '@mantine/core';
import { IconGauge } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { address, get, type Schema } from '../../../api/client';
import { FilterBar } from '../../../filters/FilterBar';
import { subjectParameters, useFilters } from '../../../filters/filters';
import { days, quantity } from '../../../format';
import { texts } from '../../../texts';
import { CursorPages, useCursor } from '../../../widgets/CursorPages';
import { DataTable, type Column } from '../../../widgets/DataTable';
import { nameOf } from '../../../widgets/groups';
import { Panel } from '../../../widgets/Panel';
import type { Names } from '../../../widgets/series';
import { Failed, Loading, Nothing } from '../../../widgets/States';
import { stateOf } from '../../my-analytics/limits';
import { InWords, limitInWords, LOOKS } from '../../my-analytics/OwnLimits';
import { organizationKey, useOrganizations, type OrganizationNames } from '../rates/organizations';

const t = texts.costs.limits;
const own = texts.myAnalytics.limits;
const ON_A_PAGE = 25;
const HEIGHT = 420;
const UNLIMITED = 'unlimited';

type Limit = Schema<'Limit'>;

/** What vendors allow organizations and users at most, and what is used of it. */
export default function Limits() {
  const { filters } = useFilters();
  const [asked, setAsked] = useSearchParams();
  const withUnlimited = asked.has(UNLIMITED);
  const question = { ...subjectParameters(filters), unlimited: withUnlimited || undefined };
  const cursor = useCursor(JSON.stringify(question));
  const page = { ...question, limit: ON_A_PAGE, after: cursor.after };
  const limits = useQuery({
    queryKey: ['limits', page],
    queryFn: ({ signal }) => get('/api/v1/limits', page, { signal }),
    placeholderData: keepPreviousData,
  });
  const organizations = useOrganizations();
  return (
    <>
      <FilterBar />
      <Panel
        title={t.title}
        description={t.note}
        exportAddress={(format) => address('/api/v1/limits/export', { ...question, format })}
        controls={
          <Switch
            size="sm"
            label={t.unlimited}
            checked={withUnlimited}
            onChange={(event) => {
              const isWanted = event.currentTarget.checked;
              setAsked((current) => {
                const next = new URLSearchParams(current);
                next.delete(UNLIMITED);
                if (isWanted) {
                  next.set(UNLIMITED, '1');
                }
                return next;
              });
            }}
          />
        }
      >
        {limits.isPending && <Loading height={HEIGHT} />}
        {limits.isError && <Failed error={limits.error} retry={() => void limits.refetch()} />}
        {limits.data?.limits.length === 0 && <Nothing icon={<IconGauge aria-hidden />} title={t.none} />}
        {limits.data !== undefined && limits.data.limits.length > 0 && (
          <DataTable
            caption={t.title}
            rows={limits.data.limits}
            columns={columnsOf((limit) => whose(limit, limits.data.names, organizations.names))}
            rowKey={(limit) =>
              [limit.source, limit.limit, limit.user, limit.organization, limit.product, limit.since].join(
                ' ',
              )
            }
            pages={<CursorPages cursor={cursor} next={limits.data.next} />}
          />
        )}
      </Panel>
    </>
  );
}

/** Whom a limit holds for. */
function whose(limit: Limit, names: Names, organizations: OrganizationNames): string {
  const { source, user, organization, ofEachUser, product } = limit;
  const parts = [
    ...(user === null ? [] : [nameOf(limit, 'user', names)]),
    ...(organization === null
      ? []
      : [organizations.get(organizationKey(source, organization)) ?? nameOf(limit, 'organization', names)]),
    ...(ofEachUser ? [own.ofEachUser] : []),
  ];
  return [...(parts.length === 0 ? [t.everybody] : parts), ...(product === null ? [] : [product])].join(
    ' · ',
  );
}

function columnsOf(whoseIs: (limit: Limit) => string): Column<Limit>[] {
  return [
    { key: 'whose', title: t.whose, cell: whoseIs },
    { key: 'limit', title: t.limit, cell: (limit) => `${limitInWords(limit.limit)} (${limit.source})` },
    {
      key: 'used',
      title: t.used,
      cell: ({ used, unit }) => (used === null ? texts.widgets.none : quantity(used, unit)),
      isNumber: true,
    },
    {
      key: 'most',
      title: t.most,
      cell: ({ most, unit }) => (most === null ? own.unlimited : quantity(most, unit)),
      isNumber: true,
    },
    {
      key: 'standing',
      title: t.standing,
      cell: (limit) => <Standing limit={limit} label={whoseIs(limit)} />,
    },
    {
      key: 'cycle',
      title: t.cycle,
      cell: ({ cycle, word }) => (
        <>
          {cycle !== null && <span style={{ whiteSpace: 'nowrap' }}>{days(cycle)}</span>} {word}
        </>
      ),
    },
  ];
}

function Standing({ limit, label }: { limit: Limit; label: string }) {
  const state = stateOf(limit);
  switch (state.kind) {
    case 'unlimited':
      return <Text size="sm">{own.unlimited}</Text>;
    case 'unknown':
      return (
        <Text size="sm" c="dimmed">
          {t.notSaid}
        </Text>
      );
    case 'nothing-allowed':
      return <Text size="sm">{own.nothingAllowed}</Text>;
    case 'measured':
      return (
        <div style={{ minWidth: 160 }}>
          <InWords standing={state.standing} />
          <Progress.Root size="sm">
            <Progress.Section
              value={Math.min(100, state.share * 100)}
              color={LOOKS[state.standing].color}
              aria-label={own.bar(label, own.standing[state.standing])}
            />
          </Progress.Root>
        </div>
      );
  }
}
