import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { texts } from '../../texts';
import { ActForm } from '../../widgets/ActForm';
import { useAct, violationsOf } from '../../widgets/act';
import { fieldOf, instantOf, MomentField, wrongIfOver } from '../../widgets/MomentField';
import { change, ACCOUNTS, type Account } from './known';
import { AddressFields } from './AddressFields';

type Changeable = Pick<Account, 'name' | 'address' | 'addressVerified' | 'expiresAt'>;

const t = texts.accounts;

/** Changes what an account is called, its address and until when it is good. */
export function ChangeAccount({ account, onClose }: { account: Account; onClose: () => void }) {
  const form = useForm({
    initialValues: {
      name: account.name,
      address: account.address ?? '',
      addressVerified: account.addressVerified,
      expiresAt: fieldOf(account.expiresAt),
    },
    validate: {
      expiresAt: (at): string | null => (form.isDirty('expiresAt') ? wrongIfOver(at) : null),
    },
  });
  /** What others changed meanwhile stays. An address goes with whether it is theirs. */
  const whatChanged = ({ name, address, addressVerified, expiresAt }: Changeable) => ({
    ...(form.isDirty('name') ? { name } : {}),
    ...(form.isDirty('address') || form.isDirty('addressVerified') ? { address, addressVerified } : {}),
    ...(form.isDirty('expiresAt') ? { expiresAt } : {}),
  });
  const act = useAct({
    act: ({ name, address, addressVerified, expiresAt }: typeof form.values) =>
      change(
        account.id,
        whatChanged({
          name: name.trim(),
          address: address.trim() === '' ? null : address.trim(),
          addressVerified: addressVerified && address.trim() !== '',
          expiresAt: instantOf(expiresAt),
        }),
      ),
    done: t.changed(account.login),
    undo: () => change(account.id, whatChanged(account)),
    changes: [ACCOUNTS, ['people']],
    onDone: onClose,
    saysFailure: false,
  });
  const violations = violationsOf(act.error);
  return (
    <ActForm
      onSubmit={form.onSubmit((values) => {
        act.mutate(values);
      })}
      onCancel={onClose}
      action={texts.common.save}
      isBusy={act.isPending}
      isDisabled={form.values.name.trim() === ''}
      error={act.error}
      fields={['name', 'address', 'expiresAt']}
    >
      <TextInput
        label={t.fullName}
        required
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('name')}
        error={violations.name}
      />
      <AddressFields form={form} error={violations.address} />
      <MomentField
        label={t.expires}
        description={t.expiresNote}
        {...form.getInputProps('expiresAt')}
        error={form.errors.expiresAt ?? violations.expiresAt}
      />
    </ActForm>
  );
}
