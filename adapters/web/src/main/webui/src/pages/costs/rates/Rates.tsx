import { ActionIcon, Badge, Button, Group, Menu, Stack, Text } from '@mantine/core';
import { IconDotsVertical, IconPlus } from '@tabler/icons-react';
import { approximate } from '../../../api/decimal';
import { day } from '../../../format';
import { may } from '../../../session/session';
import { useSignedIn } from '../../../shell/Page';
import { texts } from '../../../texts';
import { DataTable, type Column } from '../../../widgets/DataTable';
import { Panel } from '../../../widgets/Panel';
import { Failed, Loading, Nothing } from '../../../widgets/States';
import { nameOfMeter, useMeters } from './meters';
import { useOrganizations } from './organizations';
import { openRateForm } from './RateDialog';
import { openHistory } from './RateHistory';
import { price, stateOf, todayOf, useRates, type Rate, type RateState } from './rates';
import { scopeInWords } from './scope';

const t = texts.costs.rates;
const HEIGHT = 240;
const COLORS: Record<RateState, string> = { past: 'gray', 'in-force': 'green', 'to-come': 'blue' };

/** The prices of usage: who may manage billing changes them, others read them. */
export default function Rates() {
  const mayChange = may(useSignedIn(), 'ManageBilling');
  const rates = useRates();
  const meters = useMeters();
  const { names } = useOrganizations();
  const today = todayOf(new Date());
  return (
    <Panel
      title={t.title}
      description={t.note}
      controls={
        mayChange && (
          <Button
            size="compact-sm"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => {
              openRateForm({ kind: 'add' });
            }}
          >
            {t.add}
          </Button>
        )
      }
    >
      {rates.isPending && <Loading height={HEIGHT} />}
      {rates.isError && <Failed error={rates.error} retry={() => void rates.refetch()} />}
      {rates.data?.length === 0 && <Nothing title={t.none} text={mayChange ? t.noneAdd : t.noneAsk} />}
      {rates.data !== undefined && rates.data.length > 0 && (
        <DataTable
          caption={t.title}
          rows={rates.data}
          columns={columnsOf({
            today,
            mayChange,
            meterName: (meter) => nameOfMeter(meters.data, meter),
            scopeOf: (rate) => scopeInWords(rate, names),
          })}
          rowKey={(rate) => String(rate.id)}
        />
      )}
      <Stack gap={4} mt="md">
        <Text size="sm" c="dimmed">
          {t.narrowest}
        </Text>
        {!mayChange && (
          <Text size="sm" c="dimmed">
            {t.readOnly}
          </Text>
        )}
      </Stack>
    </Panel>
  );
}

interface Context {
  today: string;
  mayChange: boolean;
  meterName: (meter: string) => string;
  scopeOf: (rate: Rate) => string;
}

function columnsOf({ today, mayChange, meterName, scopeOf }: Context): Column<Rate>[] {
  return [
    { key: 'meter', title: t.meter, cell: (rate) => meterName(rate.meter), sortBy: (rate) => rate.meter },
    {
      key: 'scope',
      title: t.appliesTo,
      cell: (rate) => (
        <Group gap="xs" wrap="nowrap">
          {scopeOf(rate)}
          {rate.configured && (
            <Badge variant="default" tt="none" style={{ flexShrink: 0 }}>
              {t.configured}
            </Badge>
          )}
        </Group>
      ),
      sortBy: scopeOf,
    },
    { key: 'kind', title: t.kind, cell: (rate) => t.kinds[rate.kind], sortBy: (rate) => rate.kind },
    {
      key: 'price',
      title: t.price,
      cell: (rate) => price(rate.price, rate.unit),
      sortBy: (rate) => approximate(rate.price.amount),
      isNumber: true,
    },
    {
      key: 'from',
      title: t.from,
      cell: (rate) => (rate.from === null ? t.always : day(rate.from)),
      sortBy: (rate) => rate.from ?? '',
    },
    {
      key: 'until',
      title: t.until,
      cell: (rate) => (rate.until === null ? t.forGood : day(rate.until)),
      sortBy: (rate) => rate.until ?? '9999',
    },
    {
      key: 'state',
      title: t.state,
      cell: (rate) => {
        const state = stateOf(rate, today);
        return (
          <Badge variant="dot" tt="none" color={COLORS[state]}>
            {t.states[state]}
          </Badge>
        );
      },
      sortBy: (rate) => stateOf(rate, today),
    },
    {
      key: 'actions',
      title: t.actions,
      cell: (rate) => (
        <Actions
          rate={rate}
          name={t.rateOf(meterName(rate.meter), scopeOf(rate))}
          mayChange={mayChange && !rate.configured}
        />
      ),
    },
  ];
}

function Actions({ rate, name, mayChange }: { rate: Rate; name: string; mayChange: boolean }) {
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t.more(name)}>
          <IconDotsVertical size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {mayChange && (
          <>
            <Menu.Item
              onClick={() => {
                openRateForm({ kind: 'correct', rate });
              }}
            >
              {t.correct}
            </Menu.Item>
            <Menu.Item
              onClick={() => {
                openRateForm({ kind: 'end', rate });
              }}
            >
              {t.end}
            </Menu.Item>
          </>
        )}
        <Menu.Item
          onClick={() => {
            openHistory(rate, name);
          }}
        >
          {t.history}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
