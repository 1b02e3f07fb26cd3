import { Badge } from '@mantine/core';
import type { Schema } from '../../api/client';
import { isPast } from '../../format';
import { texts } from '../../texts';

export type ServiceUser = Schema<'ServiceUser'>;

const t = texts.serviceUsers;

export const SERVICE_USERS = ['service-users'] as const;

export function StateBadge({
  of: { enabled, expiresAt },
}: {
  of: Pick<ServiceUser, 'enabled' | 'expiresAt'>;
}) {
  const isOver = isPast(expiresAt);
  const isGood = enabled && !isOver;
  return (
    <Badge variant={isGood ? 'filled' : 'default'} style={{ flexShrink: 0 }}>
      {isOver ? t.expired : enabled ? t.enabled : t.disabled}
    </Badge>
  );
}
