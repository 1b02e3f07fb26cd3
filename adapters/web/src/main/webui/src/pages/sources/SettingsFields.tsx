import { Button, Collapse, Radio, Stack, Text } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { texts } from '../../texts';
import { SettingField } from './SettingField';
import {
  askedFor,
  isNeeded,
  isRarelyChanged,
  movedAddress,
  settingName,
  valueOf,
  type Connector,
  type Setting,
  type Setup,
  type Typed,
} from './settings';

interface SettingsFieldsProps {
  connector: Connector;
  /** As it is stored; null for what is not stored yet. */
  setup: Setup | null;
  way: number;
  onWay: (way: number) => void;
  typed: Typed;
  onType: (key: string, value: string) => void;
  errors: Readonly<Record<string, string>>;
}

const t = texts.sources.form;

/** What a connector wants to be told: what it needs at once, the rest when it is asked for. */
export function SettingsFields({ connector, setup, way, onWay, typed, onType, errors }: SettingsFieldsProps) {
  const [isOpen, setOpen] = useState(false);
  const moreId = useId();
  const asked = askedFor(connector, way);
  const moved = movedAddress(connector, setup, typed);
  const ofTheWay = new Set(connector.eitherOf[way]);
  const always = asked.filter((one) => !isRarelyChanged(connector, way, one) && !ofTheWay.has(one.key));
  const more = asked.filter((one) => isRarelyChanged(connector, way, one));
  const isShown = isOpen || more.some(({ key }) => errors[key] !== undefined || typed[key] !== undefined);
  const field = (setting: Setting) => {
    const isKept = setting.secret && setup?.secrets.includes(setting.key) === true;
    const mustRepeat = isKept && moved !== undefined && valueOf(setup, typed, setting.key) === '';
    return (
      <SettingField
        key={setting.key}
        setting={setting}
        value={valueOf(setup, typed, setting.key)}
        isNeeded={isNeeded(connector, way, setting)}
        isStored={isKept && moved === undefined}
        error={errors[setting.key] ?? (mustRepeat ? t.moved(settingName(moved)) : undefined)}
        onChange={(value) => {
          onType(setting.key, value);
        }}
      />
    );
  };
  return (
    <>
      {always.map(field)}
      {connector.eitherOf.length > 1 && (
        <Radio.Group
          label={t.way}
          value={String(way)}
          onChange={(chosen) => {
            onWay(Number(chosen));
          }}
        >
          <Stack gap={6} mt={6}>
            {connector.eitherOf.map((keys, index) => (
              <Radio key={keys.join()} value={String(index)} label={keys.map(settingName).join(' + ')} />
            ))}
          </Stack>
        </Radio.Group>
      )}
      {asked.filter(({ key }) => ofTheWay.has(key)).map(field)}
      {more.length > 0 && (
        <div>
          <Button
            variant="subtle"
            size="compact-sm"
            px={0}
            aria-expanded={isShown}
            aria-controls={moreId}
            rightSection={
              isShown ? <IconChevronUp size={14} aria-hidden /> : <IconChevronDown size={14} aria-hidden />
            }
            onClick={() => {
              setOpen(!isShown);
            }}
          >
            {t.more(more.length)}
          </Button>
          <Text size="xs" c="dimmed">
            {t.moreNote}
          </Text>
          <Collapse expanded={isShown} id={moreId}>
            <Stack mt="sm">{more.map(field)}</Stack>
          </Collapse>
        </div>
      )}
    </>
  );
}
