import { Center, Loader } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useLocation } from 'react-router';
import { Shell } from '../shell/Shell';
import { texts } from '../texts';
import { Failed } from '../widgets/States';
import { useMe, useSession, type Me } from './session';

const SignIn = lazy(() => import('../pages/sign-in/SignIn'));
const ResetPassword = lazy(() => import('../pages/sign-in/ResetPassword'));

const RESET = '#reset-password=';

/** Everything but signing in is behind this; the address that was wanted stays, and is shown afterwards. */
export function Gate() {
  const { hash } = useLocation();
  const session = useSession();
  // Whoever signs out leaves the page; here a session ended while it was open.
  const [hasBegun, setHasBegun] = useState(false);
  if (session.data && !hasBegun) {
    setHasBegun(true);
  }
  if (hash.startsWith(RESET)) {
    return (
      <Suspense fallback={<Waiting />}>
        <ResetPassword token={hash.slice(RESET.length)} />
      </Suspense>
    );
  }
  if (session.isPending) {
    return <Waiting />;
  }
  if (session.isError) {
    return (
      <Center mih="100vh" p="md">
        <Failed error={session.error} retry={() => void session.refetch()} />
      </Center>
    );
  }
  return session.data === null ? (
    <Suspense fallback={<Waiting />}>
      <SignIn hasEnded={hasBegun} />
    </Suspense>
  ) : (
    <SignedIn />
  );
}

function SignedIn() {
  const me = useMe();
  if (me.isPending) {
    return <Waiting />;
  }
  if (me.data === undefined) {
    return (
      <Center mih="100vh" p="md">
        <Failed error={me.error} retry={() => void me.refetch()} />
      </Center>
    );
  }
  return <Shell me={me.data satisfies Me} />;
}

function Waiting() {
  return (
    <Center mih="100vh">
      <Loader aria-label={texts.common.loading} />
    </Center>
  );
}
