import { Alert, Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { ApiError, send } from '../../api/client';
import { texts } from '../../texts';
import { violationsOf } from '../../widgets/act';
import { PasswordField, PasswordStrength } from '../../widgets/PasswordField';
import { reasonOf } from '../../widgets/States';
import { SignInCard } from './Card';

const t = texts.account.reset;

/** Whoever was offered a reset chooses a password with the token of the address. */
export default function ResetPassword({ token }: { token: string }) {
  const [password, setPassword] = useState('');
  const first = useRef<HTMLInputElement>(null);
  const reset = useMutation({
    mutationFn: () => send('post', '/api/v1/password-reset', { body: { token, password } }),
  });
  useEffect(() => {
    first.current?.focus();
  }, []);
  if (reset.isSuccess) {
    return (
      <SignInCard title={t.title}>
        <Alert color="green" role="status">
          {t.done}
        </Alert>
        <Button component={Link} to="/">
          {texts.account.signIn.submit}
        </Button>
      </SignInCard>
    );
  }
  const { password: wrong } = violationsOf(reset.error);
  return (
    <SignInCard title={t.title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          reset.mutate();
        }}
      >
        <Stack>
          <Text size="sm">{t.text}</Text>
          {reset.isError && wrong === undefined && (
            <Alert color="red" role="alert">
              {reset.error instanceof ApiError && reset.error.status === 404 ? t.gone : reasonOf(reset.error)}
            </Alert>
          )}
          <PasswordField
            ref={first}
            label={t.password}
            autoComplete="new-password"
            required
            withAsterisk={false}
            maxLength={256}
            error={wrong}
            value={password}
            onChange={(event) => {
              setPassword(event.currentTarget.value);
              reset.reset();
            }}
          />
          <PasswordStrength password={password} />
          <Button type="submit" loading={reset.isPending}>
            {t.submit}
          </Button>
        </Stack>
      </form>
    </SignInCard>
  );
}
