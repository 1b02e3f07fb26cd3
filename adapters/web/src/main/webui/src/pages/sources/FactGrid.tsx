import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './FactGrid.module.css';

export interface Fact {
  name: string;
  value: ReactNode;
  /** More exactly, or what it means. */
  note?: string;
}

/** Few facts beside each other, as many as there is place for. */
export function FactGrid({ facts, isPaired = false }: { facts: readonly Fact[]; isPaired?: boolean }) {
  return (
    <dl className={classes.grid} data-paired={isPaired || undefined}>
      {facts.map(({ name, value, note }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {note === undefined ? (
              value
            ) : (
              <Tooltip label={note} withinPortal>
                <span>{value}</span>
              </Tooltip>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
