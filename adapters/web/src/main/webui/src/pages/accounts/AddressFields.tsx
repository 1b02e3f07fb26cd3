import { Checkbox, TextInput } from '@mantine/core';
import { texts } from '../../texts';

const t = texts.accounts;

interface AddressFieldsProps {
  form: {
    values: { address: string };
    getInputProps: (field: 'address' | 'addressVerified', options?: { type: 'checkbox' }) => object;
  };
  error?: string;
}

/** An address, and whether it is theirs: that links them to the vendors' users. */
export function AddressFields({ form, error }: AddressFieldsProps) {
  return (
    <>
      <TextInput
        type="email"
        label={t.address}
        autoComplete="off"
        {...form.getInputProps('address')}
        error={error}
      />
      <Checkbox
        label={t.verified}
        description={t.verifiedNote}
        disabled={form.values.address.trim() === ''}
        {...form.getInputProps('addressVerified', { type: 'checkbox' })}
      />
    </>
  );
}
