import { useEffect, useState } from 'react';
import { Navigate } from 'react-router';
import { forgetWanted, wanted } from '../session/wanted';
import { useSignedIn } from '../shell/Page';
import { startOf } from '../shell/sections';

/** Where an address without a page leads: on to where somebody was going before they signed in, or where they begin. */
export function Start() {
  const me = useSignedIn();
  const [next] = useState(() => wanted() ?? startOf(me));
  useEffect(forgetWanted, []);
  return <Navigate to={next} replace />;
}
