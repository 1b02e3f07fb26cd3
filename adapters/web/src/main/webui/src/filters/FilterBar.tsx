import { Button, Group, SimpleGrid, Text } from '@mantine/core';
import { IconFilterOff, IconWorld } from '@tabler/icons-react';
import { texts } from '../texts';
import { ChoiceFilter } from './ChoiceFilter';
import classes from './FilterBar.module.css';
import { useFilters } from './filters';
import { PeriodFilter } from './PeriodFilter';
import { ZoneFilter } from './ZoneFilter';

const t = texts.filters;

/** What all sections are filtered by. One's own page has no choice of people, and only what is one's own to choose from. */
export function FilterBar({ own = false }: { own?: boolean }) {
  const { filters, change, clear, areDefault } = useFilters();
  return (
    <section aria-label={t.title} className={classes.bar}>
      <SimpleGrid cols={{ base: 1, xs: 2, lg: own ? 4 : 5 }} spacing="sm">
        <PeriodFilter filters={filters} onChange={change} />
        {!own && (
          <ChoiceFilter
            filter="person"
            label={t.people}
            placeholder={t.everybody}
            values={filters.person}
            first={[{ value: 'me', label: t.me }]}
            onChange={(person) => {
              change({ person });
            }}
          />
        )}
        <ChoiceFilter
          filter={own ? 'ownOrganization' : 'organization'}
          label={t.organizations}
          placeholder={t.all}
          values={filters.organization}
          onChange={(organization) => {
            change({ organization });
          }}
        />
        <ChoiceFilter
          filter={own ? 'ownSource' : 'source'}
          label={t.sources}
          placeholder={t.all}
          values={filters.source}
          onChange={(source) => {
            change({ source });
          }}
        />
        <ZoneFilter
          calendar={filters.calendar}
          onChange={(calendar) => {
            change({ calendar });
          }}
        />
      </SimpleGrid>
      {!areDefault && (
        <Group mt="xs">
          <Button size="compact-sm" variant="light" leftSection={<IconFilterOff size={16} />} onClick={clear}>
            {t.clearAll}
          </Button>
        </Group>
      )}
      <Text className={classes.zone} size="xs">
        <IconWorld size={14} aria-hidden /> {t.zone}: {filters.calendar ?? t.zones.source}
      </Text>
    </section>
  );
}
