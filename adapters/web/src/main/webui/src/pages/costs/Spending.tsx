import { Group, SegmentedControl, SimpleGrid, Stack, Text } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { FilterBar } from '../../filters/FilterBar';
import { costParameters, filterParameters, subjectParameters, useFilters } from '../../filters/filters';
import { money } from '../../format';
import { texts } from '../../texts';
import { useCosts } from '../../widgets/costs';
import { CostWidget } from '../../widgets/CostWidget';
import { KindCards } from './KindCards';
import { Monthly } from './Monthly';
import { OutlookCards } from './OutlookCards';
import { Trend } from './Trend';
import { Unpriced } from './Unpriced';
import { UsedRates } from './UsedRates';

const t = texts.costs;
const PRICES = 'prices';
const BY_PRODUCT = ['product'] as const;
const BY_PERSON = ['person'] as const;
const BY_MODEL = ['model'] as const;
const BY_ORGANIZATION = ['organization'] as const;

/** What usage cost in the period, and will have cost at the end of the cycle. */
export function Spending() {
  const { filters } = useFilters();
  const [address, setAddress] = useSearchParams();
  const isList = address.get(PRICES) === 'list';
  const prices = isList ? 'list' : undefined;
  const parameters = costParameters(filters);
  const subjects = subjectParameters(filters);
  const costs = useCosts({ ...parameters, bucket: 'none', prices });
  return (
    <>
      <FilterBar />
      <Stack>
        <Group gap="xs">
          <Text size="sm" fw={500} id="prices">
            {t.prices.label}
          </Text>
          <SegmentedControl
            size="xs"
            aria-labelledby="prices"
            value={isList ? 'list' : 'contracted'}
            onChange={(value) => {
              setAddress((current) => {
                const next = new URLSearchParams(current);
                next.set(PRICES, value);
                return next;
              });
            }}
            data={[
              { value: 'contracted', label: t.prices.contracted },
              { value: 'list', label: t.prices.list },
            ]}
          />
        </Group>
        <KindCards costs={costs} usage={filterParameters(filters)} parameters={{ ...parameters, prices }}>
          {!isList && <OutlookCards subjects={subjects} />}
        </KindCards>
        {costs.data && costs.data.totals.length > 1 && (
          <Text size="sm" c="dimmed">
            {t.neverAdded}{' '}
            {costs.data.estimatedSpend.length > 0 &&
              t.estimatedSpend(
                costs.data.estimatedSpend.map(({ amount, currency }) => money(amount, currency)).join(', '),
              )}
          </Text>
        )}
        {costs.data && costs.data.unpriced.length > 0 && (
          <Unpriced unpriced={costs.data.unpriced} prices={prices} />
        )}
        {!isList && <Trend subjects={subjects} />}
        <Monthly subjects={subjects} prices={prices} />
        <SimpleGrid cols={{ base: 1, lg: 2 }}>
          <CostWidget title={t.byProduct} question={{ groupBy: BY_PRODUCT, prices, filters: parameters }} />
          <CostWidget title={t.byPerson} question={{ groupBy: BY_PERSON, prices, filters: parameters }} />
          <CostWidget
            title={t.byOrganization}
            question={{ groupBy: BY_ORGANIZATION, prices, filters: parameters }}
          />
          <CostWidget title={t.byModel} question={{ groupBy: BY_MODEL, prices, filters: parameters }} />
        </SimpleGrid>
        {costs.data && <UsedRates rates={costs.data.rates} />}
      </Stack>
    </>
  );
}
