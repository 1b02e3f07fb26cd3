import { Text } from '@mantine/core';
import type { Schema } from '../../api/client';
import { texts } from '../../texts';
import { changesIn, type Change } from './differences';

const t = texts.audit;

/** How things stood struck through, then how they stand. */
export function Difference({ of: { before, after } }: { of: Schema<'AuditEntry'> }) {
  const changes = changesIn(before, after);
  return changes.length === 0 ? (
    texts.widgets.none
  ) : (
    <dl style={{ margin: 0 }}>
      {changes.map((change) => (
        <div key={change.member}>
          <Text span component="dt" size="xs" c="dimmed" style={{ display: 'inline' }}>
            {change.member}:{' '}
          </Text>
          <dd style={{ display: 'inline', margin: 0 }}>
            <Values change={change} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Values({ change: { before, after } }: { change: Change }) {
  return (
    <Text span size="xs" style={{ overflowWrap: 'anywhere' }}>
      {before !== null && <del title={t.before}>{before}</del>}
      {before !== null && after !== null && ' → '}
      {after !== null && (before === null ? after : <ins title={t.after}>{after}</ins>)}
      {after === null && ` (${t.gone})`}
    </Text>
  );
}
