import { Alert, Button, Divider, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { get } from '../../api/client';
import { useSignIn } from '../../session/session';
import { texts } from '../../texts';
import { Failed, Loading, reasonOf } from '../../widgets/States';
import { SignInCard } from './Card';

const t = texts.account.signIn;

export default function SignIn() {
  const [address] = useSearchParams();
  const ways = useQuery({
    queryKey: ['ways'],
    queryFn: ({ signal }) => get('/api/v1/session/ways', {}, { signal }),
  });
  const failed = address.get('sign-in');
  return (
    <SignInCard title={t.title}>
      {failed !== null && (
        <Alert color="red" role="alert">
          {failed === 'unavailable' ? t.unavailable : t.failed}
        </Alert>
      )}
      {ways.isPending && <Loading height={200} />}
      {ways.isError && <Failed error={ways.error} retry={() => void ways.refetch()} />}
      {ways.data?.provider && (
        <Button component="a" href="/sign-in/provider" variant={ways.data.password ? 'default' : 'filled'}>
          {t.provider}
        </Button>
      )}
      {ways.data?.provider && ways.data.password && <Divider label={t.or} />}
      {ways.data?.password && <PasswordForm />}
      {ways.data?.provider === false && !ways.data.password && <Alert color="yellow">{t.noWay}</Alert>}
    </SignInCard>
  );
}

function PasswordForm() {
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useSignIn();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        signIn.mutate({ login, password });
      }}
    >
      <Stack>
        {signIn.isError && (
          <Alert color="red" role="alert">
            {reasonOf(signIn.error)}
          </Alert>
        )}
        <TextInput
          label={t.login}
          autoComplete="username"
          autoCapitalize="none"
          required
          value={login}
          onChange={(event) => {
            setLogin(event.currentTarget.value);
          }}
        />
        <PasswordInput
          label={t.password}
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => {
            setPassword(event.currentTarget.value);
          }}
        />
        <Button type="submit" loading={signIn.isPending}>
          {t.submit}
        </Button>
      </Stack>
    </form>
  );
}
