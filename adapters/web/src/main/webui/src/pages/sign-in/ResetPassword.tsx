import { Alert, Button, PasswordInput, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { send } from '../../api/client';
import { texts } from '../../texts';
import { reasonOf } from '../../widgets/States';
import { SignInCard } from './Card';

const t = texts.account.reset;

/** Whoever was offered a reset chooses a password with the token of the address. */
export default function ResetPassword({ token }: { token: string }) {
  const [password, setPassword] = useState('');
  const reset = useMutation({
    mutationFn: () => send('post', '/api/v1/password-reset', { body: { token, password } }),
  });
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
          {reset.isError && (
            <Alert color="red" role="alert">
              {reasonOf(reset.error)}
            </Alert>
          )}
          <PasswordInput
            label={t.password}
            autoComplete="new-password"
            required
            minLength={12}
            maxLength={256}
            value={password}
            onChange={(event) => {
              setPassword(event.currentTarget.value);
            }}
          />
          <Button type="submit" loading={reset.isPending}>
            {t.submit}
          </Button>
        </Stack>
      </form>
    </SignInCard>
  );
}
