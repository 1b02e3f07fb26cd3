import { Button, FocusTrap, Group, Stack, Text } from '@mantine/core';
import { DateInput, TimePicker } from '@mantine/dates';
import '@mantine/dates/styles.css';
import { IconCalendar } from '@tabler/icons-react';
import { useState } from 'react';
import { texts } from '../texts';
import { isDay, type Moment } from './moments';
import { chosen, written } from './stretches';

interface StretchProps {
  from: string | null;
  to: string | null;
  /** Whose clocks show the times. */
  zone: string;
  onChosen: (stretch: { from: string; to: string }) => void;
}

interface Draft {
  date: string | null;
  time: string;
}

const t = texts.filters;
const NOTHING: Draft = { date: null, time: '' };

/** From one date and time to another; without times of whole days. All of it can be typed. */
export default function Stretch({ from, to, zone, onChosen }: StretchProps) {
  const before = from !== null && to !== null ? chosen(from, to, zone) : null;
  const [start, setStart] = useState<Draft>(before === null ? NOTHING : draftOf(before.from));
  const [end, setEnd] = useState<Draft>(before === null ? NOTHING : draftOf(before.to));
  const [isTried, setTried] = useState(false);
  const stretch = stretchOf(start, end, zone);
  const isBackwards = stretch !== null && stretch.from >= stretch.to;

  return (
    // What holds the focus until this is loaded does not look for the first field again.
    <FocusTrap>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (stretch !== null && !isBackwards) {
            onChosen(stretch);
          }
        }}
      >
        <Stack gap="sm" maw={340}>
          <MomentFields
            label={t.from}
            timeLabel={t.fromTime}
            value={start}
            onChange={setStart}
            error={isTried && start.date === null ? t.dateIsMissing : undefined}
            isFirst
          />
          <MomentFields
            label={t.to}
            timeLabel={t.toTime}
            value={end}
            onChange={setEnd}
            error={isBackwards ? t.orderOfTimes : isTried && end.date === null ? t.dateIsMissing : undefined}
          />
          <Text size="xs" c="dimmed">
            {t.wholeDays} {t.timesOf(zone)}
          </Text>
          <Button type="submit">{t.apply}</Button>
        </Stack>
      </form>
    </FocusTrap>
  );
}

interface MomentFieldsProps {
  label: string;
  timeLabel: string;
  value: Draft;
  onChange: (value: Draft) => void;
  error?: string;
  isFirst?: boolean;
}

function MomentFields({ label, timeLabel, value, onChange, error, isFirst = false }: MomentFieldsProps) {
  return (
    <Group gap="xs" align="flex-start" wrap="nowrap">
      <DateInput
        label={label}
        placeholder={t.datePattern}
        valueFormat="YYYY-MM-DD"
        leftSection={<IconCalendar size={16} aria-hidden />}
        data-autofocus={isFirst || undefined}
        value={value.date}
        onChange={(date) => {
          onChange({ ...value, date });
        }}
        // What is typed stays even where it is no date, and then nothing is chosen.
        fixOnBlur={false}
        dateParser={dayOf}
        onInput={(event) => {
          if (dayOf(event.currentTarget.value) === null) {
            onChange({ ...value, date: null });
          }
        }}
        // Beside the form, where there is room: what is below stays within reach.
        popoverProps={{ withinPortal: false, position: 'right-start' }}
        error={error}
        style={{ flex: 1 }}
      />
      <TimePicker
        label={timeLabel}
        format="24h"
        withDropdown={false}
        clearable
        value={value.time}
        onChange={(time) => {
          onChange({ ...value, time });
        }}
        hoursInputLabel={t.hoursOf(timeLabel)}
        minutesInputLabel={t.minutesOf(timeLabel)}
        clearButtonProps={{ 'aria-label': t.clear(timeLabel) }}
        w={118}
      />
    </Group>
  );
}

/** Not what browsers make of other ways to write dates, which swap days and months. */
function dayOf(typed: string): string | null {
  const text = typed.trim();
  return isDay(text) ? text : null;
}

function draftOf({ date, time }: Moment): Draft {
  return { date, time: time ?? '' };
}

function stretchOf(start: Draft, end: Draft, zone: string) {
  const from = momentOf(start);
  const to = momentOf(end);
  return from === null || to === null ? null : written({ from, to }, zone);
}

function momentOf({ date, time }: Draft): Moment | null {
  return date === null ? null : { date, time: time === '' ? null : time.slice(0, 5) };
}
