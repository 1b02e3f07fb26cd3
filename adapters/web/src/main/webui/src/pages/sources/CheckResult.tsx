import { Alert, Button, List } from '@mantine/core';
import type { Schema } from '../../api/client';
import { texts } from '../../texts';

const t = texts.sources.form;
const COLOURS = { ok: 'green', misconfigured: 'red', unavailable: 'yellow' } as const;

/** What trying settings came to; a wrong one is told at its field as well. */
export function CheckResult({
  check: { result, reason, notes },
  onAnyway,
}: {
  check: Schema<'SourceCheck'>;
  /** Saves what could not be tried. */
  onAnyway?: () => void;
}) {
  return (
    <Alert
      color={COLOURS[result]}
      role="status"
      title={result === 'ok' && notes.length > 0 ? t.okNotes : t[result]}
      style={{ overflowWrap: 'anywhere' }}
    >
      {reason}
      {notes.length > 0 && (
        <List size="sm">
          {notes.map((note) => (
            <List.Item key={note.part}>{`${note.part}: ${note.message}`}</List.Item>
          ))}
        </List>
      )}
      {result === 'unavailable' && onAnyway && (
        <div>
          <Button size="xs" variant="default" mt="xs" onClick={onAnyway}>
            {t.anyway}
          </Button>
        </div>
      )}
    </Alert>
  );
}
