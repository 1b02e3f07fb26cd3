import { Button, Group, SimpleGrid } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFilterOff } from '@tabler/icons-react';
import { texts } from '../texts';
import { FoldedOnPhones } from '../widgets/FoldedOnPhones';
import { ChoiceFilter } from './ChoiceFilter';
import classes from './FilterBar.module.css';
import { useFilters } from './filters';
import { PeriodFilter } from './PeriodFilter';
import { useSummary } from './summary';
import { ZoneFilter } from './ZoneFilter';

const t = texts.filters;

/** What all sections are filtered by. One's own page has no choice of people, and only what is one's own to choose from. */
export function FilterBar({ own = false }: { own?: boolean }) {
  const { filters, change, clear, areDefault } = useFilters();
  const [isOpen, { toggle }] = useDisclosure(false);
  const summary = useSummary(filters, own);
  return (
    <section aria-label={t.title} className={classes.bar}>
      <FoldedOnPhones title={t.title} summary={summary} isOpen={isOpen} onToggle={toggle}>
        <SimpleGrid
          cols={{ base: 1, xs: 2, md: 3 }}
          spacing="sm"
          className={classes.fields}
          data-own={own || undefined}
        >
          <PeriodFilter filters={filters} onChange={change} />
          {!own && (
            <ChoiceFilter
              filter="person"
              label={t.people}
              placeholder={t.everybody}
              values={filters.person}
              first={ME}
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
            <Button
              size="compact-sm"
              variant="light"
              leftSection={<IconFilterOff size={16} />}
              onClick={clear}
            >
              {t.clearAll}
            </Button>
          </Group>
        )}
      </FoldedOnPhones>
    </section>
  );
}

const ME = [{ value: 'me', label: t.me }];
