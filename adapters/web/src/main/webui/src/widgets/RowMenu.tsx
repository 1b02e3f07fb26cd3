import { ActionIcon, Menu } from '@mantine/core';
import { IconDotsVertical } from '@tabler/icons-react';
import { useRef, type ReactNode } from 'react';
import { texts } from '../texts';

/** What can be done with one of many. */
export function RowMenu({ of, children }: { of: string; children: ReactNode }) {
  const button = useRef<HTMLButtonElement>(null);
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon ref={button} variant="subtle" color="gray" aria-label={texts.widgets.actions(of)}>
          <IconDotsVertical size={18} />
        </ActionIcon>
      </Menu.Target>
      {/* Dialogs give the focus back to what had it when they opened: items are gone by then. */}
      <Menu.Dropdown onClickCapture={() => button.current?.focus()}>{children}</Menu.Dropdown>
    </Menu>
  );
}
