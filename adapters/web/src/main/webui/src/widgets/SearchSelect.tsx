import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { texts } from '../texts';
import { reasonOf } from './States';

export interface Option {
  value: string;
  label: string;
}

const WAITS_FOR_TYPING_MILLISECONDS = 250;

/** One of many that the server searches. */
export function SearchSelect({
  name,
  find,
  initially = null,
  ...props
}: {
  /** Of what is searched: the same everywhere. */
  name: string;
  find: (search: string | undefined, signal: AbortSignal) => Promise<Option[]>;
  /** What is chosen at first, which need not be among those that are found first. */
  initially?: Option | null;
} & Omit<SelectProps, 'data' | 'name'>) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<Option | null>(initially);
  const [settled] = useDebouncedValue(typed, WAITS_FOR_TYPING_MILLISECONDS);
  // What is chosen fills the field; that is no search.
  const search = settled === chosen?.label ? '' : settled;
  const found = useQuery({
    queryKey: ['choices', name, search],
    queryFn: ({ signal }) => find(search === '' ? undefined : search, signal),
    placeholderData: keepPreviousData,
  });
  const options = found.data ?? [];
  const isChosenMissing = chosen !== null && !options.some(({ value }) => value === chosen.value);
  return (
    <Select
      searchable
      clearable
      clearButtonProps={{ 'aria-label': texts.filters.clear(String(props.label)) }}
      placeholder={texts.common.typeToFind}
      nothingFoundMessage={found.isError ? reasonOf(found.error) : texts.common.nothingFound}
      {...props}
      data={isChosenMissing ? [chosen, ...options] : options}
      filter={({ options: all }) => all}
      onSearchChange={setTyped}
      onChange={(value, option) => {
        setChosen(value === null ? null : option);
        props.onChange?.(value, option);
      }}
    />
  );
}
