import { modals } from '@mantine/modals';
import { useState } from 'react';
import { send } from '../../../api/client';
import { texts } from '../../../texts';
import { useAct } from '../../../widgets/act';
import { PreviewStep, type Previewed } from './PreviewStep';
import { RateForm } from './RateForm';
import type { RateChange } from './rates';
import type { RateTask } from './tasks';

const t = texts.costs.rates;
const DIALOG = 'rate';

/** Leads through adding, correcting or ending a rate. */
export function openRateForm(task: RateTask) {
  modals.open({
    modalId: DIALOG,
    title: t.dialogs[task.kind],
    size: 'lg',
    closeButtonProps: { 'aria-label': texts.common.close },
    children: <RateDialog task={task} />,
  });
}

/** What was typed stays while its preview is looked at. */
function RateDialog({ task }: { task: RateTask }) {
  const [previewed, setPreviewed] = useState<Previewed>();
  const onDone = () => {
    modals.close(DIALOG);
  };
  const preview = useAct({
    act: async (change: RateChange) => ({
      change,
      preview: await send('post', '/api/v1/rates/repricing/preview', { body: change }),
    }),
    changes: [],
    saysFailure: false,
    onDone: setPreviewed,
  });
  return (
    <>
      <div hidden={previewed !== undefined}>
        <RateForm task={task} preview={preview} onDone={onDone} onCancel={onDone} />
      </div>
      {previewed && (
        <PreviewStep
          previewed={previewed}
          preview={preview}
          onBack={() => {
            setPreviewed(undefined);
          }}
          onDone={onDone}
        />
      )}
    </>
  );
}
