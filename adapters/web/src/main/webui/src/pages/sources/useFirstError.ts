import { useEffect, useRef } from 'react';

/** Leads whoever sent a form to the first field that is wrong; each number of attempts leads there once. */
export function useFirstError(attempts: number, isBusy: boolean) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (attempts > 0 && !isBusy) {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    }
  }, [attempts, isBusy]);
  return form;
}
