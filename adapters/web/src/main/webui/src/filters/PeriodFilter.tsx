import { Button, Group, NumberInput, Popover } from '@mantine/core';
import { IconCalendarStats } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { zoneHere } from '../format';
import { texts } from '../texts';
import { Loading } from '../widgets/States';
import type { Filters } from './filters';
import { periodName } from './stretches';
import { WholeSelect } from './WholeSelect';

/** Calendars are large, and few need one. */
const Stretch = lazy(() => import('./Stretch'));

interface PeriodFilterProps {
  filters: Filters;
  onChange: (filters: Partial<Filters>) => void;
}

type Asked = 'hours' | 'days' | 'custom';

const t = texts.filters;
const ASKED: readonly string[] = ['hours', 'days', 'custom'] satisfies Asked[];
const PRESETS = Object.entries(t.presets).map(([value, label]) => ({ value, label }));
const MOST = { hours: 8784, days: 3660 } as const;
const USUAL = { hours: 6, days: 14 } as const;
const HEIGHT_OF_THE_STRETCH = 220;

/** The stretch of time: a preset, so many hours or days, or from one moment to another. */
export function PeriodFilter({ filters, onChange }: PeriodFilterProps) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const shown = filters.period ?? 'custom';
  const label = periodName(filters);

  return (
    <Popover
      opened={asked !== null}
      onDismiss={() => {
        setAsked(null);
      }}
      trapFocus
      returnFocus
      // What opens it is a list of choices and says so itself.
      withRoles={false}
      position="bottom-start"
      withinPortal
      shadow="md"
    >
      <Popover.Target>
        <WholeSelect
          label={t.period}
          leftSection={<IconCalendarStats size={16} aria-hidden />}
          allowDeselect={false}
          data={offered(shown, label)}
          value={shown}
          shown={label}
          maxDropdownHeight={420}
          onOptionSubmit={(value) => {
            if (isAsked(value)) {
              setAsked(value);
            } else {
              setAsked(null);
              onChange({ period: value, from: null, to: null });
            }
          }}
          onChange={() => undefined}
        />
      </Popover.Target>
      <Popover.Dropdown
        role="dialog"
        aria-label={asked === null ? undefined : t.presets[asked]}
        // Holds the focus itself while there is no field yet.
        tabIndex={-1}
      >
        {(asked === 'hours' || asked === 'days') && (
          <HowMany
            unit={asked}
            onChosen={(count) => {
              setAsked(null);
              onChange({ period: `last-${count}-${asked}`, from: null, to: null });
            }}
          />
        )}
        {asked === 'custom' && (
          <Suspense fallback={<Loading height={HEIGHT_OF_THE_STRETCH} />}>
            <Stretch
              from={filters.from}
              to={filters.to}
              zone={filters.calendar ?? zoneHere}
              onChosen={(stretch) => {
                setAsked(null);
                onChange({ ...stretch, period: null });
              }}
            />
          </Suspense>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

/** The presets, and what is in force where it is none of them. */
function offered(shown: string, label: string) {
  if (shown === 'custom') {
    return PRESETS.map((preset) => (preset.value === 'custom' ? { ...preset, label } : preset));
  }
  return PRESETS.some(({ value }) => value === shown) ? PRESETS : [{ value: shown, label }, ...PRESETS];
}

function isAsked(value: string): value is Asked {
  return ASKED.includes(value);
}

function HowMany({ unit, onChosen }: { unit: 'hours' | 'days'; onChosen: (count: number) => void }) {
  const [count, setCount] = useState<number | string>(USUAL[unit]);
  const isPossible = typeof count === 'number' && count >= 1 && count <= MOST[unit];
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isPossible) {
          onChosen(count);
        }
      }}
    >
      <Group align="flex-start" gap="xs" wrap="nowrap">
        <NumberInput
          label={unit === 'hours' ? t.howManyHours : t.howManyDays}
          data-autofocus
          allowDecimal={false}
          allowNegative={false}
          value={count}
          onChange={setCount}
          error={isPossible ? undefined : t.countFromTo(1, MOST[unit])}
        />
        <Button type="submit" mt={25}>
          {t.apply}
        </Button>
      </Group>
    </form>
  );
}
