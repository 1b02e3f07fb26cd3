import { SimpleGrid } from '@mantine/core';
import { FilterBar } from '../../filters/FilterBar';
import { filterParameters, useFilters } from '../../filters/filters';
import { Page } from '../../shell/Page';
import { texts } from '../../texts';
import { UsageWidget } from '../../widgets/UsageWidget';

export default function Overview() {
  const { filters } = useFilters();
  const parameters = filterParameters(filters);
  return (
    <Page title={texts.common.sections.overview}>
      <FilterBar />
      <SimpleGrid cols={{ base: 1, lg: 2 }}>
        <UsageWidget
          title="Daily consumption"
          question={{ meter: 'acus', bucket: 'day', groupBy: ['product'], filters: parameters }}
          shape="area"
        />
        <UsageWidget
          title="By person"
          question={{ meter: 'acus', groupBy: ['person'], top: 10, filters: parameters }}
        />
      </SimpleGrid>
    </Page>
  );
}
