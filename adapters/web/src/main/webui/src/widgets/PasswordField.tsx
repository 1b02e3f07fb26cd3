import { PasswordInput, Progress, Text, type PasswordInputProps } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import { SHORTEST, strengthOf, type Strength } from '../session/strength';
import { texts } from '../texts';

const t = texts.account;
const COLOURS = ['gray.6', 'red.8', 'yellow.7', 'green.7', 'green.9'] as const;
const STRONGEST = 4;
const FAIR = 2;

/** A password, and a word when caps lock would spoil it. */
export function PasswordField({ description, onKeyDown, onKeyUp, ...rest }: PasswordInputProps) {
  const [isCapsLockOn, setCapsLockOn] = useState(false);
  const notice = (event: KeyboardEvent<HTMLInputElement>) => {
    setCapsLockOn(event.getModifierState('CapsLock'));
  };
  return (
    <div>
      <PasswordInput
        {...rest}
        aria-invalid={rest.error ? true : undefined}
        description={description}
        onKeyDown={(event) => {
          notice(event);
          onKeyDown?.(event);
        }}
        onKeyUp={(event) => {
          notice(event);
          onKeyUp?.(event);
        }}
        onBlur={() => {
          setCapsLockOn(false);
        }}
      />
      <Text size="xs" mt={isCapsLockOn ? 4 : 0} role="status">
        {isCapsLockOn && (
          <>
            <IconAlertTriangle size={14} aria-hidden style={{ verticalAlign: '-2px' }} /> {t.capsLock}
          </>
        )}
      </Text>
    </div>
  );
}

/** How hard a new password is to guess, in words and as a bar; a hint, since the server decides. */
export function PasswordStrength({ password, login }: { password: string; login?: string }) {
  const strength: Strength = strengthOf(password, login);
  const missing = SHORTEST - password.length;
  return (
    <div>
      <Progress.Root size="sm">
        <Progress.Section
          value={password === '' ? 0 : Math.max(6, (strength / STRONGEST) * 100)}
          color={COLOURS[strength]}
          aria-label={t.strength.label}
        />
      </Progress.Root>
      <Text size="xs" c="dimmed" mt={4} mih={18} role="status">
        {password !== '' &&
          [
            t.strength.levels[strength],
            ...(missing > 0 ? [t.strength.missing(missing)] : strength <= FAIR ? [t.strength.advice] : []),
          ].join(' · ')}
      </Text>
    </div>
  );
}
