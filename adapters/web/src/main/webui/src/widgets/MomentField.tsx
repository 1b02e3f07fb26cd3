import { TextInput, type TextInputProps } from '@mantine/core';
import { isPast, zoneHere } from '../format';
import { instantAt, momentOf } from '../filters/moments';
import { texts } from '../texts';

/** A date and a time of day, typed or chosen, in the zone of whoever does it; nothing is a moment, too. */
export function MomentField(props: TextInputProps) {
  return <TextInput type="datetime-local" description={texts.common.momentNote(zoneHere)} {...props} />;
}

/** What such a field holds as the API takes it. */
export function instantOf(value: string): string | null {
  return value === '' ? null : instantAt(value.slice(0, 10), value.slice(11, 16), zoneHere);
}

/** What is wrong with one that is to come. */
export function wrongIfOver(value: string): string | null {
  return isPast(instantOf(value)) ? texts.common.isOver : null;
}

/** What such a field holds for an instant. */
export function fieldOf(instant: string | null): string {
  if (instant === null) {
    return '';
  }
  const { date, time } = momentOf(instant, zoneHere);
  return `${date}T${time ?? '00:00'}`;
}
