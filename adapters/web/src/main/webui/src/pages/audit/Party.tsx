import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { useSignedIn } from '../../shell/Page';
import { SECTIONS } from '../../shell/sections';
import { texts } from '../../texts';
import { PersonName } from '../../widgets/recipients';
import { pathOf } from '../sources/source';

const t = texts.audit;

const PAGES: Readonly<Record<string, (id: string) => string>> = {
  'service-user': (id) => `${SECTIONS.serviceUsers.path}/${id}`,
  source: pathOf,
};

/** Whoever acted or was acted on, in words; leads to them where they have a page. */
export function Party({ of }: { of: string }) {
  const me = useSignedIn();
  const [kind, id] = partsOf(of);
  if (kind === 'person' && SECTIONS.people.isFor(me)) {
    return <PersonName id={Number(id)} />;
  }
  const page = PAGES[kind]?.(id);
  return page === undefined ? (
    partyName(of)
  ) : (
    <Anchor component={Link} to={page} size="sm" underline="always">
      {partyName(of)}
    </Anchor>
  );
}

/** Without asking for what they are called. */
export function partyName(of: string): string {
  const [kind, id] = partsOf(of);
  return t.wholes[of] ?? t.parties[kind]?.(id) ?? of;
}

function partsOf(of: string): [kind: string, id: string] {
  const colon = of.indexOf(':');
  return colon < 0 ? [of, ''] : [of.slice(0, colon), of.slice(colon + 1)];
}
