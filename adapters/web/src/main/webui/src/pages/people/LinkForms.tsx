import { Alert } from '@mantine/core';
import { useState } from 'react';
import { get, type Schema } from '../../api/client';
import { texts } from '../../texts';
import { ActForm } from '../../widgets/ActForm';
import { useAct } from '../../widgets/act';
import { PersonSelect } from '../../widgets/recipients';
import { SearchSelect, type Option } from '../../widgets/SearchSelect';
import { detach, labelOf, link, LINKED, type UserId, type VendorUser } from './vendorUsers';

type Person = Schema<'Person'>;

const t = texts.people.link;
const AT_ONCE = 50;
/** No vendor has it in an id. */
const SEPARATOR = '\n';

function useLinking(onClose: () => void) {
  return useAct({
    act: ({ person, user }: { person: number; user: UserId; label: string }) => link(person, user),
    done: (_, { label }) => t.linked(label),
    undo: (_, { person, user }) => detach(person, user),
    changes: LINKED,
    onDone: onClose,
    saysFailure: false,
  });
}

/** Chooses whose a vendor's user is. */
export function LinkToPerson({ user, onClose }: { user: VendorUser; onClose: () => void }) {
  const [person, setPerson] = useState<Option | null>(null);
  const linking = useLinking(onClose);
  return (
    <ActForm
      onSubmit={(event) => {
        event.preventDefault();
        if (person !== null) {
          linking.mutate({ person: Number(person.value), user, label: labelOf(user) });
        }
      }}
      onCancel={onClose}
      action={texts.people.vendorUsers.link}
      isBusy={linking.isPending}
      isDisabled={person === null}
      error={linking.error}
      fields={[]}
    >
      <PersonSelect
        label={t.person}
        withAsterisk
        data-autofocus
        value={person?.value ?? null}
        onChange={(value, option) => {
          setPerson(value === null ? null : option);
        }}
      />
      {person !== null && <Will>{t.will(labelOf(user), person.label)}</Will>}
    </ActForm>
  );
}

/** Chooses which of the vendors' users is a person's. */
export function LinkUser({ person, onClose }: { person: Person; onClose: () => void }) {
  const [user, setUser] = useState<Option | null>(null);
  const linking = useLinking(onClose);
  return (
    <ActForm
      onSubmit={(event) => {
        event.preventDefault();
        const [source = '', id = ''] = user?.value.split(SEPARATOR) ?? [];
        if (user !== null) {
          linking.mutate({ person: person.id, user: { source, user: id }, label: user.label });
        }
      }}
      onCancel={onClose}
      action={t.action}
      isBusy={linking.isPending}
      isDisabled={user === null}
      error={linking.error}
      fields={[]}
    >
      <SearchSelect
        name="vendor-users"
        label={t.user}
        description={t.userNote}
        withAsterisk
        data-autofocus
        find={findUnlinked}
        value={user?.value ?? null}
        onChange={(value, option) => {
          setUser(value === null ? null : option);
        }}
      />
      {user !== null && <Will>{t.will(user.label, person.name)}</Will>}
    </ActForm>
  );
}

async function findUnlinked(search: string | undefined, signal: AbortSignal): Promise<Option[]> {
  const users = await get('/api/v1/vendor-users', { search, unlinked: true, limit: AT_ONCE }, { signal });
  return users.map((one) => ({
    value: one.source + SEPARATOR + one.user,
    label: `${labelOf(one)} (${one.source}${one.name !== null && one.address !== null ? `, ${one.address}` : ''})`,
  }));
}

function Will({ children }: { children: string }) {
  return (
    <Alert variant="light" role="status" p="xs">
      {children}
    </Alert>
  );
}
