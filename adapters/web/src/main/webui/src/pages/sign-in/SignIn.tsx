import { Alert, Button, Divider, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { ApiError, get } from '../../api/client';
import { instant, waiting } from '../../format';
import { useSignIn } from '../../session/session';
import { rememberWanted } from '../../session/wanted';
import { texts } from '../../texts';
import { PasswordField } from '../../widgets/PasswordField';
import { Failed, Loading, reasonOf } from '../../widgets/States';
import { SignInCard } from './Card';
import classes from './SignIn.module.css';

const t = texts.account.signIn;

export default function SignIn({ hasEnded }: { hasEnded: boolean }) {
  const [address] = useSearchParams();
  const ways = useQuery({
    queryKey: ['ways'],
    queryFn: ({ signal }) => get('/api/v1/session/ways', {}, { signal }),
  });
  const failed = address.get('sign-in');
  return (
    <SignInCard title={t.title}>
      {hasEnded && (
        <Alert color="yellow" role="status">
          {t.ended}
        </Alert>
      )}
      {failed !== null && (
        <Alert color="red" role="alert">
          {failed === 'unavailable' ? t.unavailable : t.failed}
        </Alert>
      )}
      {ways.isPending && <Loading height={212} />}
      {ways.isError && <Failed error={ways.error} retry={() => void ways.refetch()} />}
      {ways.data?.provider && (
        <Button
          component="a"
          href="/sign-in/provider"
          variant={ways.data.password ? 'default' : 'filled'}
          onClick={() => {
            rememberWanted(window.location);
          }}
        >
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
  const first = useRef<HTMLInputElement>(null);
  const secret = useRef<HTMLInputElement>(null);
  const signIn = useSignIn();
  useEffect(() => {
    first.current?.focus();
  }, []);
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          signIn.mutate(
            { login: login.trim(), password },
            {
              onError: () => {
                secret.current?.select();
              },
            },
          );
        }}
      >
        <Stack>
          {signIn.isError && (
            <Alert color="red" role="alert">
              <Refusal error={signIn.error} />
            </Alert>
          )}
          <TextInput
            ref={first}
            label={t.login}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            withAsterisk={false}
            value={login}
            onChange={(event) => {
              setLogin(event.currentTarget.value);
            }}
          />
          <PasswordField
            ref={secret}
            label={t.password}
            autoComplete="current-password"
            required
            withAsterisk={false}
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
      <details className={classes.help}>
        <summary>{t.help}</summary>
        <Stack gap="xs" mt="xs">
          <Text size="sm">{t.helpFirst}</Text>
          <Text size="sm">{t.helpOthers}</Text>
        </Stack>
      </details>
    </>
  );
}

/** Says until when no more attempts are taken, as of when that was said. */
function Refusal({ error }: { error: Error }) {
  const [now] = useState(() => Date.now());
  if (!(error instanceof ApiError)) {
    return reasonOf(error);
  }
  if (error.status === 401) {
    return t.wrong;
  }
  if (error.status === 429) {
    const seconds = error.retryAfterSeconds;
    return seconds === undefined
      ? t.tooManyForNow
      : t.tooMany(waiting(seconds), instant(new Date(now + seconds * 1000).toISOString()));
  }
  return reasonOf(error);
}
