import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';

const WAITS_FOR_TYPING_MILLISECONDS = 250;
const LONGEST = 200;

/** What is typed, and what is to be asked of the server once somebody pauses; undefined for nothing. */
export function useSearch() {
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed.trim(), WAITS_FOR_TYPING_MILLISECONDS);
  return { typed, setTyped, search: settled === '' ? undefined : settled };
}

interface SearchFieldProps {
  label: string;
  search: ReturnType<typeof useSearch>;
}

export function SearchField({ label, search: { typed, setTyped } }: SearchFieldProps) {
  return (
    <TextInput
      type="search"
      label={label}
      leftSection={<IconSearch size={16} aria-hidden />}
      maxLength={LONGEST}
      maw={420}
      flex="1 1 240px"
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
      }}
    />
  );
}
