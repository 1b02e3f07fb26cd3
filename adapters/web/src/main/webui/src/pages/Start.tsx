import { Navigate } from 'react-router';
import { useSignedIn } from '../shell/Page';
import { startOf } from '../shell/sections';

/** Where an address without a page leads. */
export function Start() {
  return <Navigate to={startOf(useSignedIn())} replace />;
}
