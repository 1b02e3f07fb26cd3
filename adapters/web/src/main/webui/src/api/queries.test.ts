import { QueryObserver } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { askAnew, queries } from './queries';

it('asks for what has changed even while the first answer, from before, is on its way', async () => {
  const answers: ((answer: string) => void)[] = [];
  const observer = new QueryObserver(queries, {
    queryKey: ['list'],
    queryFn: () => new Promise<string>((answer) => answers.push(answer)),
  });
  const stop = observer.subscribe(() => undefined);

  const asked = askAnew({ queryKey: ['list'] });
  answers[0]?.('before');
  await expect.poll(() => answers.length).toBe(2);
  answers[1]?.('after');
  await asked;

  expect(observer.getCurrentResult().data).toBe('after');
  stop();
});
