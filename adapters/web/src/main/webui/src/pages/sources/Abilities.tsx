import { Group, SimpleGrid, Stack, Text, VisuallyHidden } from '@mantine/core';
import { IconCircleCheck, IconCircleMinus } from '@tabler/icons-react';
import { isoDuration } from '../../format';
import { texts } from '../../texts';
import { DataTable } from '../../widgets/DataTable';
import { Panel } from '../../widgets/Panel';
import { Failed, Loading, Nothing } from '../../widgets/States';
import { FactGrid } from './FactGrid';
import type { Connector } from './settings';
import { useConnectors, type Source } from './source';

const t = texts.sources.detail;
const HEIGHT = 240;

/** What a source's connector reads and how well, in words. */
export function Abilities({ source }: { source: Source }) {
  const connectors = useConnectors();
  const connector = connectors.data?.find(({ id }) => id === source.connector);
  if (connectors.isPending) {
    return <Loading height={HEIGHT} />;
  }
  if (connectors.isError) {
    return <Failed error={connectors.error} retry={() => void connectors.refetch()} />;
  }
  return connector === undefined ? (
    <Nothing title={texts.sources.words.not_installed} />
  ) : (
    <Stack>
      <div>
        <Panel title={t.abilities} description={texts.sources.vendors[connector.id]?.reads}>
          <Stack>
            <FactGrid
              facts={[
                { name: texts.sources.connector, value: connector.name },
                { name: t.dayBegins, value: t.dayOf(connector.dayZone) },
                { name: t.lag, value: t.lagOf(timeOf(connector.lag)) },
                { name: t.settles, value: t.settlesOf(timeOf(connector.settleHorizon)) },
              ]}
            />
            <Does connector={connector} />
          </Stack>
        </Panel>
      </div>
      <div>
        <Panel title={t.cuts} description={t.cutsText}>
          <Cuts connector={connector} />
        </Panel>
      </div>
    </Stack>
  );
}

function Does({ connector: { capabilities } }: { connector: Connector }) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
      {Object.entries(t.abilityNames).map(([ability, [name, words]]) => {
        const does = capabilities.includes(ability);
        const Icon = does ? IconCircleCheck : IconCircleMinus;
        return (
          <Group key={ability} component="li" gap="xs" wrap="nowrap" align="flex-start">
            <Icon
              size={20}
              aria-hidden
              style={{ flexShrink: 0 }}
              color={does ? 'var(--mantine-color-green-text)' : 'var(--mantine-color-dimmed)'}
            />
            <div>
              <Text size="sm" fw={600} c={does ? undefined : 'dimmed'}>
                {name}
              </Text>
              <Text size="sm" c="dimmed">
                {does ? words : t.lacks}
                {does && <VisuallyHidden>{t.does}</VisuallyHidden>}
              </Text>
            </div>
          </Group>
        );
      })}
    </SimpleGrid>
  );
}

function Cuts({ connector: { cuts } }: { connector: Connector }) {
  return (
    <DataTable
      caption={t.cuts}
      minWidth={720}
      rows={cuts}
      rowKey={({ id }) => id}
      columns={[
        { key: 'meter', title: t.meter, cell: ({ meter }) => meter, sortBy: ({ meter }) => meter },
        { key: 'id', title: t.cut, cell: ({ id }) => id, sortBy: ({ id }) => id },
        { key: 'unit', title: t.unit, cell: ({ unit }) => unit ?? t.ownUnit },
        {
          key: 'by',
          title: t.by_,
          cell: ({ dimensions }) =>
            dimensions.length === 0
              ? t.undivided
              : dimensions.map((dimension) => t.dimensions[dimension] ?? dimension).join(', '),
        },
        { key: 'grain', title: t.grain, cell: ({ grain }) => t.grains[grain] },
        {
          key: 'use',
          title: t.use,
          cell: ({ totalOf }) => (totalOf === null ? t.answers : t.totalOf(totalOf)),
        },
      ]}
    />
  );
}

function timeOf(iso: string): string | null {
  return iso === 'PT0S' ? null : isoDuration(iso);
}
