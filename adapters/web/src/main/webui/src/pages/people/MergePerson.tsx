import { Alert, Text } from '@mantine/core';
import { useState } from 'react';
import { send, type Schema } from '../../api/client';
import { texts } from '../../texts';
import { ActForm } from '../../widgets/ActForm';
import { useAct } from '../../widgets/act';
import { PersonSelect } from '../../widgets/recipients';
import type { Option } from '../../widgets/SearchSelect';
import { LINKED } from './vendorUsers';

type Person = Schema<'Person'>;

const t = texts.people.merge;

export function separate(id: number) {
  return send('delete', '/api/v1/people/{id}/merged-into', { path: { id } });
}

export function merge(id: number, person: number) {
  return send('put', '/api/v1/people/{id}/merged-into', { path: { id }, body: { person } });
}

/** Makes two entries one person, and says before whose numbers become whose. */
export function MergePerson({ person, onClose }: { person: Person; onClose: () => void }) {
  const [into, setInto] = useState<Option | null>(null);
  const act = useAct({
    act: (id: number) => merge(person.id, id),
    done: t.merged(person.name),
    undo: () => separate(person.id),
    changes: LINKED,
    onDone: onClose,
    saysFailure: false,
  });
  return (
    <ActForm
      onSubmit={(event) => {
        event.preventDefault();
        if (into !== null) {
          act.mutate(Number(into.value));
        }
      }}
      onCancel={onClose}
      action={t.action}
      isBusy={act.isPending}
      isDisabled={into === null}
      error={act.error}
      fields={[]}
    >
      <Text size="sm">{t.note}</Text>
      <PersonSelect
        label={t.into}
        withAsterisk
        data-autofocus
        value={into?.value ?? null}
        onChange={(value, option) => {
          setInto(value === null ? null : option);
        }}
      />
      {into !== null && (
        <Alert variant="light" role="status" p="xs">
          {t.will(person.name, into.label)}
        </Alert>
      )}
    </ActForm>
  );
}
