import { Group, Progress, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconGauge } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { address, get, type Schema } from '../../api/client';
import { days, quantity } from '../../format';
import { texts } from '../../texts';
import { nameOf } from '../../widgets/groups';
import { Panel } from '../../widgets/Panel';
import type { Names } from '../../widgets/series';
import { inWords } from '../../widgets/SessionStatus';
import { Failed, Loading, Nothing } from '../../widgets/States';
import { stateOf, type Standing } from './limits';

type Limit = Schema<'Limit'>;

const t = texts.myAnalytics.limits;
const QUESTION = { person: 'me', limit: 1000 };
const HEIGHT = 160;

/** Colours repeat what the words and the icon say. */
export const LOOKS: Record<Standing, { color: string; Icon: typeof IconGauge }> = {
  plenty: { color: 'green.8', Icon: IconCircleCheck },
  close: { color: 'yellow.7', Icon: IconAlertTriangle },
  nearly: { color: 'orange.8', Icon: IconAlertTriangle },
  exhausted: { color: 'red.8', Icon: IconCircleX },
};

/** What vendors allow somebody at most, and what is left of it. */
export function OwnLimits() {
  const limits = useQuery({
    queryKey: ['limits', QUESTION],
    queryFn: ({ signal }) => get('/api/v1/limits', QUESTION, { signal }),
  });
  return (
    <Panel
      title={t.title}
      description={t.note}
      exportAddress={(format) => address('/api/v1/limits/export', { person: 'me', format })}
    >
      {limits.isPending && <Loading height={HEIGHT} />}
      {limits.isError && <Failed error={limits.error} retry={() => void limits.refetch()} />}
      {limits.data?.limits.length === 0 && <Nothing icon={<IconGauge />} title={t.none} />}
      <Stack gap="lg">
        {limits.data?.limits.map((limit) => (
          <OwnLimit
            key={`${limit.source} ${limit.limit} ${limit.organization} ${limit.product} ${limit.since}`}
            limit={limit}
            names={limits.data.names}
          />
        ))}
      </Stack>
    </Panel>
  );
}

function OwnLimit({ limit, names }: { limit: Limit; names: Names }) {
  const { most, used, unit, cycle, word } = limit;
  const state = stateOf(limit);
  const title = titleOf(limit, names);
  return (
    <div>
      <Group justify="space-between" gap="xs" align="baseline">
        <Text fw={600} size="sm">
          {title}
        </Text>
        {state.kind === 'measured' && <InWords standing={state.standing} />}
      </Group>
      {state.kind === 'measured' && (
        <Progress.Root size="lg" my={6}>
          <Progress.Section
            value={Math.min(100, state.share * 100)}
            color={LOOKS[state.standing].color}
            aria-label={t.bar(title, t.standing[state.standing])}
          />
        </Progress.Root>
      )}
      <Text size="sm">
        {state.kind === 'unlimited' && t.unlimited}
        {state.kind === 'nothing-allowed' && t.nothingAllowed}
        {state.kind === 'unknown' && most !== null && t.unknown(quantity(most, unit))}
        {state.kind === 'measured' &&
          most !== null &&
          (state.left >= 0
            ? t.left(quantity(state.left, unit), quantity(most, unit))
            : t.over(quantity(-state.left, unit), quantity(most, unit)))}
      </Text>
      <Text size="xs" c="dimmed">
        {[
          ...(used === null ? [] : [t.used(quantity(used, unit))]),
          ...(cycle === null ? [] : [t.cycle(days(cycle))]),
          ...(word === null ? [] : [word]),
        ].join(' · ')}
      </Text>
    </div>
  );
}

export function InWords({ standing }: { standing: Standing }) {
  const { Icon } = LOOKS[standing];
  return (
    <Group gap={4} wrap="nowrap">
      <Icon size={16} aria-hidden />
      <Text size="sm">{t.standing[standing]}</Text>
    </Group>
  );
}

function titleOf({ source, limit, organization, product, ofEachUser }: Limit, names: Names): string {
  const whose =
    organization === null
      ? ofEachUser
        ? t.ofEachUser
        : t.ofMine
      : nameOf({ organization }, 'organization', names);
  return [limitInWords(limit), source, whose, ...(product === null ? [] : [product])].join(' · ');
}

/** A vendor's name of a limit, such as acu-limit-cloud. */
export function limitInWords(limit: string): string {
  const words = inWords(limit).replaceAll(/\bacu/gi, 'ACU');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
