import { Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { texts } from '../texts';
import { ActForm } from '../widgets/ActForm';
import { violationsOf } from '../widgets/act';
import type { View } from './views';

const t = texts.views;
const LONGEST_NAME = 100;
const LONGEST_DESCRIPTION = 500;

export interface ViewFields {
  name: string;
  description: string;
  shared: View['shared'];
}

interface ViewFormProps {
  initially?: Partial<ViewFields>;
  onSubmit: (fields: ViewFields) => void;
  onCancel: () => void;
  isBusy: boolean;
  error: unknown;
}

/** How a view is called and who can open it. What was typed stays when it is refused. */
export function ViewForm({ initially, onSubmit, onCancel, isBusy, error }: ViewFormProps) {
  const form = useForm<ViewFields>({
    initialValues: { name: '', description: '', shared: 'private', ...initially },
  });
  const violations = violationsOf(error);
  return (
    <ActForm
      onSubmit={form.onSubmit((fields) => {
        onSubmit({ ...fields, name: fields.name.trim(), description: fields.description.trim() });
      })}
      onCancel={onCancel}
      action={texts.common.save}
      isBusy={isBusy}
      isDisabled={form.values.name.trim() === ''}
      error={error}
      fields={['name', 'description', 'shared']}
    >
      <TextInput
        label={t.name}
        required
        maxLength={LONGEST_NAME}
        data-autofocus
        {...form.getInputProps('name')}
        error={violations.name}
      />
      <Textarea
        label={t.description}
        autosize
        minRows={2}
        maxLength={LONGEST_DESCRIPTION}
        {...form.getInputProps('description')}
        error={violations.description}
      />
      <Radio.Group
        label={t.sharing}
        description={t.sharedExplained}
        {...form.getInputProps('shared')}
        error={violations.shared}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="private" label={t.shared.private} />
          <Radio value="everyone" label={t.shared.everyone} />
        </Stack>
      </Radio.Group>
    </ActForm>
  );
}
