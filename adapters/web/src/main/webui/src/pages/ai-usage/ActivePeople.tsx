import { Stack } from '@mantine/core';
import type { Filters } from '../../filters/filters';
import { texts } from '../../texts';
import type { Meter } from '../../widgets/meters';
import Breakdown from './Breakdown';

/** Everybody with usage, and all that is measured of them. */
export default function ActivePeople({ meters, filters }: { meters: readonly Meter[]; filters: Filters }) {
  return (
    <Stack>
      <Breakdown
        dimension="person"
        meters={meters}
        filters={filters}
        notStated={texts.aiUsage.notStated.any}
        parts="table"
      />
    </Stack>
  );
}
