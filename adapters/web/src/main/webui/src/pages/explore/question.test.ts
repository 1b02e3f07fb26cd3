import { describe, expect, it } from 'vitest';
import { changed, readAsked, writeAsked, type Asked } from './question';

const NOTHING = readAsked(new URLSearchParams());
const SOME: Asked = {
  meters: ['cost', 'acus'],
  groupBy: ['person', 'product'],
  bucket: 'week',
  top: 5,
  display: 'area',
  compare: true,
  product: ['cli'],
  model: [],
  activity: ['Code Reviewer'],
};

describe('a question in an address', () => {
  it('is read as it was written, and leaves the filters alone', () => {
    const address = writeAsked(new URLSearchParams('period=last-month&person=me&top=3'), SOME);

    expect(readAsked(address)).toEqual(SOME);
    expect(address.getAll('period')).toEqual(['last-month']);
    expect(address.getAll('person')).toEqual(['me']);
  });

  it('takes up what a widget asked', () => {
    const asked = readAsked(
      new URLSearchParams('meter=cost&bucket=none&groupBy=model&top=10&order=largest&period=last-30-days'),
    );

    expect(asked).toMatchObject({ meters: ['cost'], groupBy: ['model'], bucket: 'none', top: 10 });
  });

  it('does not take up what nobody can ask', () => {
    expect(readAsked(new URLSearchParams('groupBy=colour&bucket=decade&display=pie&top=-1'))).toEqual(
      NOTHING,
    );
  });

  it('shows the largest groups first to whoever begins to tell them apart', () => {
    expect(changed(NOTHING, { groupBy: ['person'] }).top).toBe(10);
    expect(changed({ ...NOTHING, groupBy: ['person'] }, { groupBy: ['person', 'model'] }).top).toBeNull();
  });
});
