import { Modal, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { get, type Parameters, type Schema } from '../api/client';
import { useFilters } from '../filters/filters';
import { days, exactly, instant, isoDuration, money, stretch } from '../format';
import { texts } from '../texts';
import { Failed, Loading } from './States';

interface ExplanationProps {
  subject: string;
  /** The question as the API takes it. */
  question: Parameters;
  opened: boolean;
  onClose: () => void;
}

const t = texts.widgets.explanation;

/** Where the figures of a question come from. */
export function Explanation({ subject, question, opened, onClose }: ExplanationProps) {
  const explained = useQuery({
    queryKey: ['usage', 'explain', question],
    queryFn: ({ signal }) => get('/api/v1/usage/explain', question, { signal }),
    enabled: opened,
  });
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="xl"
      title={t.title(subject)}
      closeButtonProps={{ 'aria-label': texts.common.close }}
    >
      {explained.isPending && <Loading height={240} />}
      {explained.isError && <Failed error={explained.error} retry={() => void explained.refetch()} />}
      {explained.isSuccess && <Explained explanation={explained.data} />}
    </Modal>
  );
}

function Explained({ explanation }: { explanation: Schema<'Explanation'> }) {
  const { calendar } = useFilters().filters;
  return (
    <Stack>
      <Facts
        facts={[
          [t.window, stretch(explanation.window, calendar ?? undefined)],
          ...explanation.totals.map((total): [string, string] => [
            t.total,
            exactly(total.quantity, total.unit),
          ]),
          [t.version, String(explanation.dataVersion)],
        ]}
      />
      {explanation.sources.map((origin) => (
        <OriginOf key={`${origin.standing.source} ${origin.standing.meter}`} origin={origin} />
      ))}
      {explanation.rates.length > 0 && (
        <section>
          <Title order={3} size="h6">
            {t.rates}
          </Title>
          {explanation.rates.map((rate) => (
            <Text key={rate.id} size="sm">
              {money(rate.price.amount, rate.price.currency)} / {rate.unit}
            </Text>
          ))}
        </section>
      )}
    </Stack>
  );
}

function OriginOf({ origin }: { origin: Schema<'Origin'> }) {
  const { standing } = origin;
  return (
    <section>
      <Title order={3} size="h6" mb={4}>
        {origin.vendor} ({standing.source})
      </Title>
      {standing.says ? (
        <Facts
          facts={[
            [t.definition, origin.definition],
            [t.cut, standing.cut ?? texts.widgets.none],
            [t.instants, `${instant(origin.start)} – ${instant(origin.end)}`],
            [t.fetched, origin.fetchedLast === null ? texts.widgets.none : instant(origin.fetchedLast)],
            [t.recorded, origin.recordedAt === null ? texts.widgets.none : instant(origin.recordedAt)],
            [t.settles, isoDuration(origin.settlesAfter)],
          ]}
        />
      ) : (
        <Text size="sm">
          {texts.widgets.freshness.silent(
            standing.source,
            texts.widgets.silence[standing.silence ?? 'unread'] ?? '',
          )}
        </Text>
      )}
      {origin.declared.length > 0 && (
        <Table mt="xs" captionSide="top">
          <Table.Caption>{t.declared}</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              {[t.declaredTotal, t.cause, t.count, t.declaredSum, t.summed].map((title) => (
                <Table.Th key={title} scope="col">
                  {title}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {origin.declared.map((declared) => (
              <Table.Tr
                key={`${declared.total} ${declared.groupBy.join()} ${declared.days.from} ${declared.cause}`}
              >
                <Table.Td>{t.totalOf(declared.total, declared.groupBy, days(declared.days))}</Table.Td>
                <Table.Td>{t.causes[declared.cause] ?? declared.cause}</Table.Td>
                <Table.Td>{declared.count}</Table.Td>
                <Table.Td>{exactly(declared.declared, declared.unit)}</Table.Td>
                <Table.Td>{exactly(declared.summed, declared.unit)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
  );
}

export function Facts({ facts }: { facts: readonly [string, React.ReactNode][] }) {
  return (
    <Table variant="vertical" layout="auto">
      <Table.Tbody>
        {facts.map(([name, value]) => (
          <Table.Tr key={name}>
            <Table.Th w="min(200px, 40%)">{name}</Table.Th>
            <Table.Td>{value}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
