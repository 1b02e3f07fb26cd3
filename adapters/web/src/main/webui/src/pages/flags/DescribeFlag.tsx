import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { send } from '../../api/client';
import { texts } from '../../texts';
import { ActForm } from '../../widgets/ActForm';
import { useAct, violationsOf } from '../../widgets/act';
import { FLAGS, type Flag } from './states';

const t = texts.flags;

/** Defines a flag, or says anew what one is for. */
export function DescribeFlag({ flag, onClose }: { flag: Flag | null; onClose: () => void }) {
  const form = useForm({
    initialValues: { key: flag?.key ?? '', description: flag?.description ?? '' },
  });
  const act = useAct({
    act: ({ key, description }: typeof form.values) =>
      send('put', '/api/v1/flags/{key}', {
        path: { key: key.trim() },
        body: { description: description.trim() },
      }),
    done: (_, { key }) => (flag === null ? t.defined(key) : t.described(key)),
    changes: [FLAGS],
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
      action={flag === null ? t.define : texts.common.save}
      isBusy={act.isPending}
      isDisabled={form.values.key.trim() === '' || form.values.description.trim() === ''}
      error={act.error}
      fields={['key', 'description']}
    >
      {flag === null && (
        <TextInput
          label={t.key}
          description={t.keyNote}
          required
          data-autofocus
          {...form.getInputProps('key')}
          error={violations.key}
        />
      )}
      <Textarea
        label={t.meaning}
        required
        autosize
        minRows={2}
        data-autofocus={flag !== null || undefined}
        {...form.getInputProps('description')}
        error={violations.description}
      />
    </ActForm>
  );
}
