import { Button, Group, SimpleGrid, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAdjustmentsHorizontal, IconChevronDown, IconFilterOff } from '@tabler/icons-react';
import { useId } from 'react';
import { texts } from '../texts';
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
  const choicesId = useId();
  const summary = useSummary(filters, own);
  return (
    <section aria-label={t.title} className={classes.bar}>
      <UnstyledButton
        className={classes.toggle}
        aria-expanded={isOpen}
        aria-controls={choicesId}
        onClick={toggle}
      >
        <IconAdjustmentsHorizontal size={18} aria-hidden />
        <Text size="sm" component="span">
          <b>{t.title}:</b> {summary}
        </Text>
        <IconChevronDown size={16} aria-hidden className={classes.chevron} />
      </UnstyledButton>
      <div id={choicesId} className={classes.choices} data-open={isOpen || undefined}>
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3, lg: own ? 4 : 5 }} spacing="sm">
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
      </div>
      <Text className={classes.summary} size="xs">
        {t.title}: {summary}
      </Text>
    </section>
  );
}

const ME = [{ value: 'me', label: t.me }];
