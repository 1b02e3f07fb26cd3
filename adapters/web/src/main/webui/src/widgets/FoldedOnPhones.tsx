import { Text, UnstyledButton } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconChevronDown } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import classes from './FoldedOnPhones.module.css';

interface FoldedOnPhonesProps {
  title: string;
  /** In one line what is chosen. */
  summary: string;
  isOpen: boolean;
  onToggle: () => void;
  /** The choices. */
  children: ReactNode;
}

/**
 * Choices that would push away on a phone what they are about: there a line says what is chosen, and opens
 * them. On paper the line is all that there is.
 */
export function FoldedOnPhones({ title, summary, isOpen, onToggle, children }: FoldedOnPhonesProps) {
  const choicesId = useId();
  return (
    <>
      <UnstyledButton
        className={classes.line}
        aria-expanded={isOpen}
        aria-controls={choicesId}
        onClick={onToggle}
      >
        <IconAdjustmentsHorizontal size={18} aria-hidden />
        <Text size="sm" component="span">
          <b>{title}:</b> {summary}
        </Text>
        <IconChevronDown size={16} aria-hidden className={classes.chevron} />
      </UnstyledButton>
      <div id={choicesId} className={classes.choices} data-open={isOpen || undefined}>
        {children}
      </div>
    </>
  );
}
