import { Select, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { send, type Schema } from '../../api/client';
import { texts } from '../../texts';
import { ActForm } from '../../widgets/ActForm';
import { useAct, violationsOf } from '../../widgets/act';
import { instantOf, MomentField, wrongIfOver } from '../../widgets/MomentField';
import { SERVICE_USERS, type ServiceUser } from './standing';

const t = texts.serviceUsers.keys;

interface KeyFormProps {
  of: ServiceUser;
  onIssued: (issued: Schema<'IssuedKey'>) => void;
  onClose: () => void;
}

export function IssueKey({ of, onIssued, onClose }: KeyFormProps) {
  const form = useForm({
    initialValues: { name: '', expiresAt: '' },
    validate: { expiresAt: wrongIfOver },
  });
  const act = useAct({
    act: (values: typeof form.values) =>
      send('post', '/api/v1/service-users/{id}/keys', {
        path: { id: of.id },
        body: { name: values.name.trim(), expiresAt: instantOf(values.expiresAt) },
      }),
    done: ({ key }) => t.issued(key.name),
    changes: [SERVICE_USERS],
    onDone: onIssued,
    saysFailure: false,
  });
  const violations = violationsOf(act.error);
  return (
    <ActForm
      onSubmit={form.onSubmit((values) => {
        act.mutate(values);
      })}
      onCancel={onClose}
      action={t.issue}
      isBusy={act.isPending}
      isDisabled={form.values.name.trim() === ''}
      error={act.error}
      fields={['name', 'expiresAt']}
    >
      <TextInput
        label={t.name}
        description={t.nameNote}
        required
        data-autofocus
        {...form.getInputProps('name')}
        error={violations.name}
      />
      <MomentField
        label={texts.serviceUsers.expires}
        description={t.expiresNote}
        {...form.getInputProps('expiresAt')}
        error={form.errors.expiresAt ?? violations.expiresAt}
      />
    </ActForm>
  );
}

export function RotateKey({
  of,
  rotated,
  onIssued,
  onClose,
}: KeyFormProps & { rotated: Schema<'ServiceKey'> }) {
  const form = useForm({
    initialValues: { overlap: 'PT24H', expiresAt: '' },
    validate: { expiresAt: wrongIfOver },
  });
  const act = useAct({
    act: (values: typeof form.values) =>
      send('post', '/api/v1/service-users/{id}/keys/{key}/rotation', {
        path: { id: of.id, key: rotated.id },
        body: { overlap: values.overlap, expiresAt: instantOf(values.expiresAt) },
      }),
    done: ({ key }) => t.rotated(key.name),
    changes: [SERVICE_USERS],
    onDone: onIssued,
    saysFailure: false,
  });
  const violations = violationsOf(act.error);
  return (
    <ActForm
      onSubmit={form.onSubmit((values) => {
        act.mutate(values);
      })}
      onCancel={onClose}
      action={t.rotate}
      isBusy={act.isPending}
      error={act.error}
      fields={['overlap', 'expiresAt']}
    >
      <Text size="sm">{t.rotateText}</Text>
      <Select
        label={t.overlap}
        data={Object.entries(t.overlaps).map(([value, label]) => ({ value, label }))}
        allowDeselect={false}
        {...form.getInputProps('overlap')}
        error={violations.overlap}
      />
      <MomentField
        label={texts.serviceUsers.expires}
        description={t.expiresNote}
        {...form.getInputProps('expiresAt')}
        error={form.errors.expiresAt ?? violations.expiresAt}
      />
    </ActForm>
  );
}
