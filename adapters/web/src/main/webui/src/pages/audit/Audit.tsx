import { Stack } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { may } from '../../session/session';
import { NotAllowed } from '../../shell/NotAllowed';
import { Page, useSignedIn } from '../../shell/Page';
import { texts } from '../../texts';
import { AuditFilters } from './AuditFilters';
import { Entries } from './Entries';
import { addressOf, questionIn } from './question';
import { Verification } from './Verification';

const t = texts.audit;
const PERMISSION = 'ViewAuditLog';

export default function Audit() {
  return may(useSignedIn(), PERMISSION) ? <WholeLog /> : <NotAllowed permission={PERMISSION} />;
}

/** What is asked is in the address, so that it can be sent to others and found again. */
function WholeLog() {
  const [parameters, setParameters] = useSearchParams();
  const question = questionIn(parameters);
  return (
    <Page title={texts.common.sections.audit} description={t.description}>
      <Stack>
        <Verification />
        <AuditFilters
          key={parameters.toString()}
          question={question}
          onAsk={(asked) => {
            setParameters(addressOf(asked));
          }}
        />
        <Entries question={question} />
      </Stack>
    </Page>
  );
}
