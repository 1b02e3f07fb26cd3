import { Group, Text, Tooltip } from '@mantine/core';
import { IconClock, IconHourglass, IconQuestionMark } from '@tabler/icons-react';
import type { Schema } from '../api/client';
import { ago, days, instant } from '../format';
import { texts } from '../texts';

/** How far the figures of each source can be relied on; a source that is asked for several meters is named once. */
export function Freshness({ standings }: { standings: readonly Schema<'SourceStanding'>[] }) {
  const t = texts.widgets.freshness;
  const sources = [...new Map(standings.map((standing) => [standing.source, standing])).keys()];
  return (
    <Group gap="md" component="ul" p={0} m={0} mih={20} style={{ listStyle: 'none' }}>
      {sources.map((source) => {
        const own = standings.filter((standing) => standing.source === source);
        const spoken = own.find((standing) => standing.says) ?? own[0];
        return spoken === undefined ? null : (
          <Group key={source} component="li" gap={6}>
            <Note icon={<IconClock size={14} aria-hidden />}>
              {spoken.readAt === null ? (
                t.neverRead(source)
              ) : (
                <Tooltip label={instant(spoken.readAt)}>
                  <span>{t.readAt(source, ago(spoken.readAt))}</span>
                </Tooltip>
              )}
            </Note>
            {!spoken.says && spoken.readAt !== null && (
              <Note icon={<IconQuestionMark size={14} aria-hidden />}>
                {texts.widgets.silence[spoken.silence ?? 'unread']}
              </Note>
            )}
            {spoken.provisional.length > 0 && (
              <Note icon={<IconHourglass size={14} aria-hidden />}>
                {t.provisional(spoken.provisional.map(days).join(', '))}
              </Note>
            )}
            {spoken.says && spoken.missing.length > 0 && (
              <Note icon={<IconQuestionMark size={14} aria-hidden />}>
                {t.missing(spoken.missing.map(days).join(', '))}
              </Note>
            )}
          </Group>
        );
      })}
    </Group>
  );
}

function Note({ icon, children }: { icon: React.ReactNode; children: React.ReactNode }) {
  return (
    <Text
      size="xs"
      c="dimmed"
      component="span"
      style={{ display: 'inline-flex', alignItems: 'center', gap: 4 }}
    >
      {icon}
      {children}
    </Text>
  );
}
