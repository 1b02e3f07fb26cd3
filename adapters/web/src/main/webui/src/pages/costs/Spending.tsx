import { SimpleGrid, Stack, Text } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { FilterBar } from '../../filters/FilterBar';
import { costParameters, subjectParameters, useFilters } from '../../filters/filters';
import { money } from '../../format';
import { texts } from '../../texts';
import { kindKey, kindName, useCosts } from '../../widgets/costs';
import { CostWidget } from '../../widgets/CostWidget';
import { Later } from '../../widgets/later';
import { Loading } from '../../widgets/States';
import { Choice } from './Choice';
import { KindCards } from './KindCards';
import { HEIGHT_OF_THE_CARDS, useOutlooks } from './outlooks';
import { Monthly } from './Monthly';
import { OutlookCards } from './OutlookCards';
import { Trend } from './Trend';
import { Unpriced } from './Unpriced';
import { UsedRates } from './UsedRates';

const t = texts.costs;
const PRICES = 'prices';
const KIND = 'kind';
const BY_PRODUCT = ['product'] as const;
const BY_PERSON = ['person'] as const;

/** What usage cost in the period, and will have cost at the end of the cycle. */
export function Spending() {
  const { filters } = useFilters();
  const [asked, setAsked] = useSearchParams();
  const isList = asked.get(PRICES) === 'list';
  const prices = isList ? 'list' : undefined;
  const parameters = costParameters(filters);
  const subjects = subjectParameters(filters);
  const costs = useCosts({ ...parameters, bucket: 'none', prices });
  // Asked for once for all that show it: whatever is drawn later would ask again for what has failed.
  const outlooks = useOutlooks(subjects, !isList);
  const isThere = !costs.isPending;
  const totals = costs.data?.totals ?? [];
  const outlooksExpected = costs.isError ? 1 : totals.length;
  const kind = totals.find((total) => kindKey(total) === asked.get(KIND)) ?? totals[0];
  const set = (name: string, value: string) => {
    setAsked((current) => {
      const next = new URLSearchParams(current);
      next.set(name, value);
      return next;
    });
  };
  return (
    <>
      <FilterBar />
      <Stack>
        {filters.calendar !== null && (
          <Text size="sm" c="dimmed">
            {t.ownDays}
          </Text>
        )}
        <Choice
          label={t.prices.label}
          value={prices ?? 'contracted'}
          choices={[
            { value: 'contracted', label: t.prices.contracted },
            { value: 'list', label: t.prices.list },
          ]}
          onChange={(value) => {
            set(PRICES, value);
          }}
        />
        {isThere ? (
          <KindCards costs={costs} parameters={parameters} prices={prices}>
            {!isList && <OutlookCards outlooks={outlooks} expected={outlooksExpected} />}
          </KindCards>
        ) : (
          <Loading height={HEIGHT_OF_THE_CARDS} />
        )}
        <Later after={isThere}>
          {costs.data && totals.length > 1 && (
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
          {!isList && <Trend outlooks={outlooks} subjects={subjects} expected={outlooksExpected} />}
          {kind !== undefined && totals.length > 1 && (
            <Choice
              label={t.kindShown}
              value={kindKey(kind)}
              choices={totals.map((total) => ({
                value: kindKey(total),
                label: t.widget.kind(kindName(total.kind), total.currency),
              }))}
              onChange={(value) => {
                set(KIND, value);
              }}
            />
          )}
          <Monthly subjects={subjects} prices={prices} kind={kind} />
          <SimpleGrid cols={{ base: 1, lg: 2 }}>
            <CostWidget
              title={t.byProduct}
              question={{ groupBy: BY_PRODUCT, prices, filters: parameters }}
              kind={kind}
            />
            <CostWidget
              title={t.byPerson}
              question={{ groupBy: BY_PERSON, prices, filters: parameters }}
              kind={kind}
            />
          </SimpleGrid>
          {costs.data && <UsedRates rates={costs.data.rates} />}
        </Later>
      </Stack>
    </>
  );
}
