import { Stack } from '@mantine/core';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { Page } from '../../shell/Page';
import { Permitted } from '../../shell/Permitted';
import { SECTIONS } from '../../shell/sections';
import { texts } from '../../texts';
import { AuditFilters } from './AuditFilters';
import { Entries } from './Entries';
import { addressOf, questionIn } from './question';
import { useVerification, Verification, VerifyButton } from './Verification';

const t = texts.audit;

export default function Audit() {
  return (
    <Permitted to={SECTIONS.audit}>
      <WholeLog />
    </Permitted>
  );
}

/** What is asked is in the address, so that it can be sent to others and found again. */
function WholeLog() {
  const [parameters, setParameters] = useSearchParams();
  const verification = useVerification();
  const question = useMemo(() => questionIn(parameters), [parameters]);
  return (
    <Page
      title={texts.common.sections.audit}
      description={t.description}
      actions={<VerifyButton verification={verification} />}
    >
      <Stack>
        <Verification verification={verification} />
        <AuditFilters
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
