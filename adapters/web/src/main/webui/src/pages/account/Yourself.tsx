import { Stack, Text } from '@mantine/core';
import type { Me } from '../../session/session';
import { texts } from '../../texts';
import { Facts } from '../../widgets/Explanation';
import { Panel } from '../../widgets/Panel';

const t = texts.account;

/** Who somebody is here and to the vendors. */
export function Yourself({ me, isLocal }: { me: Me; isLocal: boolean }) {
  const { account } = me;
  return (
    <Panel title={t.you}>
      <Facts
        facts={[
          [t.name, me.name],
          ...(account === null ? [] : [[t.login, account.login] as [string, string]]),
          ...(!account?.address
            ? []
            : [
                [
                  t.address,
                  account.addressVerified ? account.address : `${account.address} (${t.unverified})`,
                ] as [string, string],
              ]),
          [t.signedInThrough, isLocal ? t.local : t.provider],
          [
            t.linked,
            <Lines
              key="linked"
              of={me.linkedTo.map((one) => `${one.name ?? one.user} (${one.source})`)}
              none={texts.myAnalytics.linked.none}
            />,
          ],
          [
            t.memberOf,
            <Lines
              key="memberOf"
              of={me.memberOf.map((one) => `${one.name ?? one.organization} (${one.source})`)}
              none={t.noOrganization}
            />,
          ],
        ]}
      />
    </Panel>
  );
}

function Lines({ of, none }: { of: readonly string[]; none: string }) {
  return of.length === 0 ? (
    none
  ) : (
    <Stack gap={2}>
      {of.map((line) => (
        <Text key={line} size="sm" style={{ overflowWrap: 'anywhere' }}>
          {line}
        </Text>
      ))}
    </Stack>
  );
}
