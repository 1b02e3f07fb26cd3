import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { send } from '../../api/client';
import { texts } from '../../texts';
import { ActForm } from '../../widgets/ActForm';
import { useAct, violationsOf } from '../../widgets/act';
import { FLAGS, wrongKey, type Flag } from './states';

const t = texts.flags;

interface DescribeFlagProps {
  /** What is to be described anew; null to define one. */
  flag: Flag | null;
  /** All there are, where one is defined: it must be none of them. */
  flags?: readonly Flag[];
  onClose: () => void;
}

/** Defines a flag, or says anew what one is for. */
export function DescribeFlag({ flag, flags = [], onClose }: DescribeFlagProps) {
  const form = useForm({
    initialValues: { key: flag?.key ?? '', description: flag?.description ?? '' },
    validate: { key: (key) => (flag === null ? wrongKey(key.trim(), flags) : null) },
  });
  const act = useAct({
    act: ({ key, description }: typeof form.values) =>
      send('put', '/api/v1/flags/{key}', {
        path: { key: key.trim() },
        body: { description: description.trim() },
      }),
    done: (_, { key }) => (flag === null ? t.defined(key.trim()) : t.described(key)),
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
          error={form.errors.key ?? violations.key}
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
