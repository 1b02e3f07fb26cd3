import { Button, type ButtonProps } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { FormModal } from './ActForm';

interface FormButtonProps extends Pick<ButtonProps, 'size' | 'variant'> {
  /** What the form does, as a verb. */
  action: string;
  /** Above the form, where more is to be said than the verb. */
  title?: string;
  icon?: Icon;
  formSize?: string;
  /** The form, which says when it is done. */
  children: (close: () => void) => ReactNode;
}

/** A button that opens a form. */
export function FormButton({
  action,
  title = action,
  icon: Icon = IconPlus,
  formSize,
  children,
  ...button
}: FormButtonProps) {
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <FormModal title={title} opened={isOpen} onClose={close} size={formSize}>
        {children(close)}
      </FormModal>
      <Button {...button} leftSection={<Icon size={16} aria-hidden />} onClick={open}>
        {action}
      </Button>
    </>
  );
}
