import { Combobox, Group, Pill, PillsInput, Text, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { texts } from '../texts';
import { useChoices, useChosen, type Choice, type List } from './choices';

interface ChoiceFilterProps {
  filter: List;
  label: string;
  /** What stands there while nothing is chosen. */
  placeholder: string;
  values: readonly string[];
  onChange: (values: string[]) => void;
  /** Choices that are always offered first. */
  first?: readonly Choice[];
}

const SEARCH_AFTER_MILLISECONDS = 250;

/** Several values of one filter, searched on the server. */
export function ChoiceFilter({
  filter,
  label,
  placeholder,
  values,
  onChange,
  first = [],
}: ChoiceFilterProps) {
  const [search, setSearch] = useState('');
  const [sought] = useDebouncedValue(search.trim(), SEARCH_AFTER_MILLISECONDS);
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
    },
  });
  const found = useChoices(filter, sought, combobox.dropdownOpened);
  const named = values.filter((value) => !first.some((choice) => choice.value === value));
  const chosen = useChosen(filter, named);
  const labels = new Map(
    [...first, ...(chosen.data?.choices ?? []), ...(found.data?.choices ?? [])].map((choice) => [
      choice.value,
      choice.label,
    ]),
  );
  const offered = [
    ...first.filter((choice) => choice.label.toLowerCase().includes(search.trim().toLowerCase())),
    ...(found.data?.choices ?? []),
  ];

  function toggle(value: string) {
    onChange(values.includes(value) ? values.filter((one) => one !== value) : [...values, value]);
    setSearch('');
  }

  return (
    <Combobox store={combobox} onOptionSubmit={toggle} withinPortal>
      <Combobox.DropdownTarget>
        <PillsInput
          label={label}
          size="sm"
          onClick={() => {
            combobox.openDropdown();
          }}
        >
          <Pill.Group>
            {values.map((value) => (
              <Pill
                key={value}
                withRemoveButton
                removeButtonProps={{
                  'aria-label': texts.filters.remove(labels.get(value) ?? value),
                  'aria-hidden': false,
                }}
                onRemove={() => {
                  toggle(value);
                }}
              >
                {labels.get(value) ?? value}
              </Pill>
            ))}
            <Combobox.EventsTarget>
              <PillsInput.Field
                aria-label={label}
                placeholder={values.length === 0 ? placeholder : undefined}
                value={search}
                onFocus={() => {
                  combobox.openDropdown();
                }}
                onBlur={() => {
                  combobox.closeDropdown();
                }}
                onChange={(event) => {
                  setSearch(event.currentTarget.value);
                  combobox.openDropdown();
                  combobox.updateSelectedOptionIndex();
                }}
                onKeyDown={(event) => {
                  const last = values.at(-1);
                  if (event.key === 'Backspace' && search === '' && last !== undefined) {
                    toggle(last);
                  }
                }}
              />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown>
        <Combobox.Options mah={280} style={{ overflowY: 'auto' }} aria-label={label}>
          {offered.map((choice) => (
            <Combobox.Option key={choice.value} value={choice.value} active={values.includes(choice.value)}>
              <Group gap="xs" wrap="nowrap">
                <IconCheck
                  size={14}
                  aria-hidden
                  style={{ visibility: values.includes(choice.value) ? 'visible' : 'hidden' }}
                />
                <div>
                  <Text size="sm">{choice.label}</Text>
                  {choice.hint !== undefined && (
                    <Text size="xs" c="dimmed">
                      {choice.hint}
                    </Text>
                  )}
                </div>
              </Group>
            </Combobox.Option>
          ))}
          {offered.length === 0 && (
            <Combobox.Empty>
              {found.isFetching ? texts.common.loading : texts.filters.nothingFound}
            </Combobox.Empty>
          )}
        </Combobox.Options>
        {found.data?.hasMore && (
          <Combobox.Footer>
            <Text size="xs" c="dimmed">
              {texts.filters.more}
            </Text>
          </Combobox.Footer>
        )}
      </Combobox.Dropdown>
    </Combobox>
  );
}
