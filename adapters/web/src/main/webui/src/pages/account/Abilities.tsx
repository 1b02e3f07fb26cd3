import { List, Stack, Text, Title } from '@mantine/core';
import { IconCheck, IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/client';
import type { Me } from '../../session/session';
import { texts } from '../../texts';
import { Panel } from '../../widgets/Panel';
import { Failed, Loading, Nothing } from '../../widgets/States';

const t = texts.account;
const HEIGHT = 240;

/** What somebody may do, in words, for the enterprise and within each organization. */
export function Abilities({ me }: { me: Me }) {
  const permissions = useQuery({
    queryKey: ['permissions'],
    queryFn: ({ signal }) => get('/api/v1/permissions', {}, { signal }),
    staleTime: Infinity,
  });
  const words = new Map(permissions.data?.map(({ name, description }) => [name, description]));
  return (
    <Panel title={t.may} description={t.mayNote}>
      {permissions.isPending && <Loading height={HEIGHT} />}
      {permissions.isError && <Failed error={permissions.error} retry={() => void permissions.refetch()} />}
      {permissions.isSuccess && me.permissions.length === 0 && (
        <Nothing icon={<IconLock />} title={t.mayNothing} />
      )}
      {permissions.isSuccess && (
        <Stack gap="lg">
          {[...byScope(me)].map(([scope, names]) => (
            <section key={scope}>
              <Title order={3} size="h6" mb={6}>
                {scope}
              </Title>
              <List spacing={6} size="sm" icon={<IconCheck size={16} aria-hidden />} center={false}>
                {names.map((name) => (
                  <List.Item key={name}>
                    {words.get(name) ?? name}{' '}
                    <Text span size="xs" c="dimmed">
                      {name}
                    </Text>
                  </List.Item>
                ))}
              </List>
            </section>
          ))}
        </Stack>
      )}
    </Panel>
  );
}

function byScope({ permissions, memberOf }: Me): Map<string, string[]> {
  const scopes = new Map<string, string[]>();
  for (const { permission, scope } of permissions) {
    const known = memberOf.find(
      (one) => one.source === scope?.source && one.organization === scope.organization,
    );
    const title = scope === null ? t.everywhere : t.within(known?.name ?? scope.organization, scope.source);
    scopes.set(title, [...(scopes.get(title) ?? []), permission]);
  }
  return scopes;
}
