import { Button, Group, NumberInput, Popover, Select, Stack, Text } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import '@mantine/dates/styles.css';
import { useState } from 'react';
import { instant } from '../format';
import { texts } from '../texts';
import type { Filters } from './filters';

interface PeriodFilterProps {
  filters: Filters;
  onChange: (filters: Partial<Filters>) => void;
}

const t = texts.filters;
const PRESETS = Object.entries(t.presets).map(([value, label]) => ({ value, label }));
const MOST = { hours: 8784, days: 3660 } as const;

/** The stretch of time: a preset, so many hours or days, or from one moment to another. */
export function PeriodFilter({ filters, onChange }: PeriodFilterProps) {
  const [editing, setEditing] = useState<'hours' | 'days' | 'custom' | null>(null);
  const { period, from, to } = filters;
  const shown = period === null ? 'custom' : period;
  const data = PRESETS.some(({ value }) => value === shown && shown !== 'custom')
    ? PRESETS
    : [...PRESETS.filter(({ value }) => value !== shown), { value: shown, label: labelOf(filters) }];

  return (
    <Popover
      opened={editing !== null}
      onDismiss={() => setEditing(null)}
      trapFocus
      position="bottom-start"
      withinPortal
    >
      <Popover.Target>
        <Select
          label={t.period}
          allowDeselect={false}
          data={
            shown === 'custom'
              ? data.map((one) => (one.value === 'custom' ? { ...one, label: labelOf(filters) } : one))
              : data
          }
          value={shown}
          onOptionSubmit={(value) => {
            if (value === 'hours' || value === 'days' || value === 'custom') {
              setEditing(value);
            } else {
              onChange({ period: value, from: null, to: null });
            }
          }}
          onChange={() => undefined}
        />
      </Popover.Target>
      <Popover.Dropdown>
        {(editing === 'hours' || editing === 'days') && (
          <HowMany
            unit={editing}
            onChosen={(count) => {
              setEditing(null);
              onChange({ period: `last-${count}-${editing}`, from: null, to: null });
            }}
          />
        )}
        {editing === 'custom' && (
          <Stretch
            from={from}
            to={to}
            onChosen={(stretch) => {
              setEditing(null);
              onChange({ ...stretch, period: null });
            }}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

function HowMany({ unit, onChosen }: { unit: 'hours' | 'days'; onChosen: (count: number) => void }) {
  const [count, setCount] = useState<number | string>(unit === 'hours' ? 6 : 14);
  const isPossible = typeof count === 'number' && count >= 1 && count <= MOST[unit];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isPossible) {
          onChosen(count);
        }
      }}
    >
      <Group align="flex-end" gap="xs">
        <NumberInput
          label={unit === 'hours' ? t.howManyHours : t.howManyDays}
          data-autofocus
          allowDecimal={false}
          min={1}
          max={MOST[unit]}
          value={count}
          onChange={setCount}
        />
        <Button type="submit" disabled={!isPossible}>
          {t.apply}
        </Button>
      </Group>
    </form>
  );
}

interface StretchProps {
  from: string | null;
  to: string | null;
  onChosen: (stretch: { from: string; to: string }) => void;
}

/** From one moment to another in the zone of whoever chooses; sent as instants, or as days where no times are given. */
function Stretch({ from, to, onChosen }: StretchProps) {
  const [start, setStart] = useState<string | null>(picked(from));
  const [end, setEnd] = useState<string | null>(picked(to));
  const isOrdered = start !== null && end !== null && start < end;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isOrdered) {
          onChosen(
            isMidnight(start) && isMidnight(end)
              ? { from: start.slice(0, 10), to: end.slice(0, 10) }
              : { from: written(start), to: written(end) },
          );
        }
      }}
    >
      <Stack gap="xs">
        <DateTimePicker
          label={t.from}
          data-autofocus
          value={start}
          onChange={setStart}
          popoverProps={{ withinPortal: false }}
        />
        <DateTimePicker
          label={t.to}
          value={end}
          onChange={setEnd}
          popoverProps={{ withinPortal: false }}
          error={start !== null && end !== null && !isOrdered ? t.orderOfTimes : undefined}
        />
        <Text size="xs" c="dimmed">
          {t.midnights}
        </Text>
        <Button type="submit" disabled={!isOrdered}>
          {t.apply}
        </Button>
      </Stack>
    </form>
  );
}

function labelOf({ period, from, to }: Filters): string {
  const [, count, unit] = /^last-(\d+)-(hours|days)$/.exec(period ?? '') ?? [];
  if (count !== undefined) {
    return unit === 'hours' ? t.lastHours(Number(count)) : t.lastDays(Number(count));
  }
  return from !== null && to !== null ? `${moment(from)} – ${moment(to)}` : t.presets.custom;
}

function moment(text: string): string {
  return text.includes('T') ? instant(text) : text;
}

function isMidnight(local: string): boolean {
  return local.endsWith('00:00:00');
}

/** As the picker has it: local, without a zone. */
function picked(text: string | null): string | null {
  if (text === null) {
    return null;
  }
  if (!text.includes('T')) {
    return `${text} 00:00:00`;
  }
  const at = new Date(text);
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString();
  return `${local.slice(0, 10)} ${local.slice(11, 19)}`;
}

function written(local: string): string {
  return new Date(local.replace(' ', 'T')).toISOString();
}
