import { Select, type SelectProps } from '@mantine/core';
import classes from './WholeSelect.module.css';

/** A choice that is never cut off: what does not fit into one line takes several. */
export function WholeSelect({ shown, ...props }: SelectProps & { shown: string }) {
  return (
    <Select
      {...props}
      classNames={{ wrapper: classes.wrapper, input: classes.input }}
      inputContainer={(input) => (
        <div className={classes.container}>
          {input}
          <span className={classes.shown} aria-hidden>
            {shown}
          </span>
        </div>
      )}
    />
  );
}
