import { Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { send } from '../../api/client';
import { texts } from '../../texts';
import { ActForm } from '../../widgets/ActForm';
import { useAct, violationsOf } from '../../widgets/act';
import { instantOf, MomentField, wrongIfOver } from '../../widgets/MomentField';
import { PersonSelect } from '../../widgets/recipients';
import { Secret } from '../../widgets/Secret';
import { ACCOUNTS, linkOf } from './known';
import { AddressFields } from './AddressFields';

const t = texts.accounts;

/** Creates a local account, and shows the link by which its password is chosen. */
export function CreateAccount({ onClose }: { onClose: () => void }) {
  const form = useForm({
    initialValues: {
      login: '',
      name: '',
      address: '',
      addressVerified: false,
      person: null as string | null,
      expiresAt: '',
    },
    validate: { expiresAt: wrongIfOver },
  });
  const act = useAct({
    act: ({ login, name, address, addressVerified, person, expiresAt }: typeof form.values) =>
      send('post', '/api/v1/accounts', {
        body: {
          login: login.trim(),
          name: name.trim() === '' ? null : name.trim(),
          address: address.trim() === '' ? null : address.trim(),
          addressVerified: addressVerified && address.trim() !== '',
          person: person === null ? null : Number(person),
          expiresAt: instantOf(expiresAt),
        },
      }),
    done: ({ account }) => t.created(account.login),
    changes: [ACCOUNTS, ['people']],
    saysFailure: false,
  });
  if (act.data !== undefined) {
    return (
      <Stack>
        <Text size="sm">{t.reset.note(act.data.account.login)}</Text>
        <Secret
          label={t.reset.link}
          value={linkOf(act.data.reset)}
          until={act.data.reset.expiresAt}
          onClose={onClose}
        />
      </Stack>
    );
  }
  const violations = violationsOf(act.error);
  return (
    <ActForm
      onSubmit={form.onSubmit((values) => {
        act.mutate(values);
      })}
      onCancel={onClose}
      action={t.create}
      isBusy={act.isPending}
      isDisabled={form.values.login.trim() === ''}
      error={act.error}
      fields={['login', 'name', 'address', 'person', 'expiresAt']}
    >
      <TextInput
        label={t.login}
        description={t.loginNote}
        required
        maxLength={200}
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('login')}
        error={violations.login}
      />
      <TextInput
        label={t.name}
        description={t.nameNote}
        autoComplete="off"
        {...form.getInputProps('name')}
        error={violations.name}
      />
      <AddressFields form={form} error={violations.address} />
      <PersonSelect
        label={t.person}
        description={t.personNote}
        {...form.getInputProps('person')}
        error={violations.person}
      />
      <MomentField
        label={t.expires}
        description={t.expiresNote}
        {...form.getInputProps('expiresAt')}
        error={form.errors.expiresAt ?? violations.expiresAt}
      />
    </ActForm>
  );
}
