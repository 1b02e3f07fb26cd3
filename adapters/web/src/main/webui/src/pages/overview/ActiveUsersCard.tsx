import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get, type Parameters } from '../../api/client';
import { texts } from '../../texts';
import { StatCard } from '../../widgets/StatCard';
import { Telling } from '../../widgets/Telling';
import { weekUnderWay } from './weeks';

const t = texts.overview;

/** How many people had sessions or searches this week, beside the week before until the same moment. */
export function ActiveUsersCard({ subjects }: { subjects: Parameters }) {
  const [{ from, to, before }] = useState(() => weekUnderWay(new Date()));
  const now = useActiveUsers({ ...subjects, from, to });
  const earlier = useActiveUsers({ ...subjects, ...before });
  const active = now.data?.figures?.activeUsers;
  const wereActive = earlier.data?.figures?.activeUsers;
  return (
    <StatCard
      title={t.cards.activeUsers}
      figure={
        now.data === undefined ? undefined : active === undefined ? null : { quantity: active, unit: 'user' }
      }
      before={wereActive === undefined ? undefined : { quantity: wereActive, window: t.weekBefore }}
      error={now.error}
      retry={() => void now.refetch()}
      footerLines={3}
      footer={
        now.data !== undefined && (
          <Stack gap={2}>
            <Text size="xs">{t.thisWeek}</Text>
            <Telling sources={now.data.sources} kind="session" />
          </Stack>
        )
      }
    />
  );
}

function useActiveUsers(question: Parameters) {
  return useQuery({
    queryKey: ['metrics', 'active-users', question],
    queryFn: ({ signal }) => get('/api/v1/metrics/active-users', question, { signal }),
  });
}
