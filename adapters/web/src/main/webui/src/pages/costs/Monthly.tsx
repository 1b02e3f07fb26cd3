import { Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Parameters } from '../../api/client';
import { texts } from '../../texts';
import type { Kind } from '../../widgets/costs';
import { CostWidget } from '../../widgets/CostWidget';
import { lastMonths } from './months';

const t = texts.costs.monthly;
const BY_ORGANIZATION = ['organization'] as const;
const COUNTS = [3, 6, 12, 24];

interface MonthlyProps {
  subjects: Parameters;
  prices: 'list' | undefined;
  kind: Kind | undefined;
}

/** Whole months, whatever the period is, per organization. */
export function Monthly({ subjects, prices, kind }: MonthlyProps) {
  const [months, setMonths] = useState(6);
  const filters = useMemo(() => ({ ...subjects, ...lastMonths(new Date(), months) }), [subjects, months]);
  return (
    <CostWidget
      title={t.title}
      description={t.note(months)}
      question={{ bucket: 'month', groupBy: BY_ORGANIZATION, prices, filters }}
      kind={kind}
      controls={
        <Select
          size="xs"
          w={130}
          mb="xs"
          aria-label={t.howMany}
          allowDeselect={false}
          data={COUNTS.map((count) => ({ value: String(count), label: t.last(count) }))}
          value={String(months)}
          onChange={(value) => {
            setMonths(Number(value));
          }}
        />
      }
    />
  );
}
