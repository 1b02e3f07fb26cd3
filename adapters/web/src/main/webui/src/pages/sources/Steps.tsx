import { Title, VisuallyHidden } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { texts } from '../../texts';
import classes from './Connect.module.css';

const t = texts.sources.connect;

/** Where somebody is on the way to a source. */
export function Steps({ current }: { current: number }) {
  return (
    <ol className={classes.steps}>
      {t.steps.map((name, index) => (
        <li
          key={name}
          className={classes.step}
          aria-current={index === current ? 'step' : undefined}
          data-done={index < current || undefined}
        >
          <span className={classes.number} aria-hidden>
            {index < current ? <IconCheck size={16} /> : index + 1}
          </span>
          <VisuallyHidden>{t.step(index + 1, t.steps.length, '')}</VisuallyHidden>
          {name}
        </li>
      ))}
    </ol>
  );
}

/** Begins a step: whoever comes from the one before is led here. */
export function StepTitle({ isEntered, children }: { isEntered: boolean; children: ReactNode }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isEntered) {
      title.current?.focus();
      window.scrollTo(0, 0);
    }
  }, [isEntered]);
  return (
    <Title order={2} size="h4" mb={4} ref={title} tabIndex={-1} className={classes.heading}>
      {children}
    </Title>
  );
}
