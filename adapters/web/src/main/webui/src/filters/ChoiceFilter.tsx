import { Combobox, Group, Pill, PillsInput, Text, useCombobox, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { texts } from '../texts';
import classes from './ChoiceFilter.module.css';
import { useChoices, useLabels, type Choice, type List } from './choices';

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
const NO_CHOICES: readonly Choice[] = [];

/** Several values of one list, searched on the server. */
export function ChoiceFilter({
  filter,
  label,
  placeholder,
  values,
  onChange,
  first = NO_CHOICES,
}: ChoiceFilterProps) {
  const [search, setSearch] = useState('');
  const [sought] = useDebouncedValue(search.trim(), SEARCH_AFTER_MILLISECONDS);
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
    },
  });
  const found = useChoices(filter, sought, combobox.dropdownOpened);
  const isOfFirst = (value: string) => first.some((choice) => choice.value === value);
  const labelOfOther = useLabels(
    filter,
    values.filter((value) => !isOfFirst(value)),
  );
  const labelOf = (value: string) =>
    first.find((choice) => choice.value === value)?.label ?? labelOfOther(value);
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
          classNames={{ input: classes.input }}
          onClick={() => {
            combobox.openDropdown();
          }}
        >
          <Pill.Group>
            {values.map((value) => (
              <Pill
                key={value}
                className={classes.pill}
                withRemoveButton
                removeButtonProps={{
                  'aria-label': texts.filters.remove(labelOf(value)),
                  'aria-hidden': false,
                  tabIndex: 0,
                }}
                onRemove={() => {
                  toggle(value);
                }}
              >
                {labelOf(value)}
              </Pill>
            ))}
            <Combobox.EventsTarget withExpandedAttribute>
              <PillsInput.Field
                role="combobox"
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
        <Combobox.Options
          mah={280}
          style={{ overflowY: 'auto' }}
          aria-label={label}
          aria-multiselectable
          aria-busy={found.isFetching}
        >
          {offered.map((choice) => (
            <Combobox.Option key={choice.value} value={choice.value} active={values.includes(choice.value)}>
              <Offered choice={choice} isChosen={values.includes(choice.value)} />
            </Combobox.Option>
          ))}
        </Combobox.Options>
        {offered.length === 0 && (
          <Combobox.Empty>
            {found.isError
              ? texts.widgets.states.failed
              : found.isFetching
                ? texts.common.loading
                : texts.filters.nothingFound}
          </Combobox.Empty>
        )}
        {found.data?.hasMore && (
          <Combobox.Footer>
            <Text size="xs" c="dimmed">
              {texts.filters.more}
            </Text>
          </Combobox.Footer>
        )}
      </Combobox.Dropdown>
      <VisuallyHidden role="status">
        {combobox.dropdownOpened && found.isSuccess
          ? texts.filters.found(offered.length, found.data.hasMore)
          : ''}
      </VisuallyHidden>
    </Combobox>
  );
}

function Offered({ choice, isChosen }: { choice: Choice; isChosen: boolean }) {
  return (
    <Group gap="xs" wrap="nowrap">
      <IconCheck
        size={14}
        aria-hidden
        style={{ visibility: isChosen ? 'visible' : 'hidden', flexShrink: 0 }}
      />
      <div style={{ minWidth: 0 }}>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {choice.label}
        </Text>
        {choice.hint !== undefined && (
          <Text size="xs" c="dimmed">
            {choice.hint}
          </Text>
        )}
      </div>
    </Group>
  );
}
