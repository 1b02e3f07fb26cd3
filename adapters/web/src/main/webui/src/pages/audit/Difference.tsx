import { Text, VisuallyHidden } from '@mantine/core';
import { Fragment } from 'react';
import type { Schema } from '../../api/client';
import { texts } from '../../texts';
import { useScopeName } from '../../widgets/organizations';
import { changesIn, memberName, valueText, type Change } from './differences';
import { Party } from './Party';
import classes from './Difference.module.css';

const t = texts.audit;
/** Under it a question names those whose figures it asked for. */
const OF_PEOPLE = 'only person';

/** What changed, from what to what; or what was asked, or what something was that is no more. */
export function Difference({ of: { before, after } }: { of: Schema<'AuditEntry'> }) {
  const changes = changesIn(before, after);
  if (changes.length === 0) {
    return texts.widgets.none;
  }
  const isRemoval = Object.keys(after).length === 0;
  return (
    <>
      {isRemoval && (
        <Text size="xs" fw={600}>
          {t.was}
        </Text>
      )}
      <dl className={classes.changes}>
        {changes.map((change) => (
          <div key={change.member}>
            <dt>{memberName(change.member)}</dt>
            <dd>
              {isRemoval ? (
                <Value member={change.member}>{change.before ?? ''}</Value>
              ) : (
                <Changed change={change} />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Changed({ change: { member, before, after } }: { change: Change }) {
  return (
    <>
      {before !== null && (
        <del>
          <Value member={member}>{before}</Value>
        </del>
      )}
      {before !== null && after !== null && (
        <>
          <span aria-hidden> → </span>
          <VisuallyHidden> {t.nowIs} </VisuallyHidden>
        </>
      )}
      {after !== null && <Value member={member}>{after}</Value>}
      {after === null && <VisuallyHidden> {t.gone}</VisuallyHidden>}
    </>
  );
}

function Value({ member, children: value }: { member: string; children: string }) {
  const nameOf = useScopeName();
  if (member === 'scope') {
    return nameOf(scopeIn(value));
  }
  if (member === OF_PEOPLE) {
    return [...value.matchAll(/\d+/g)].map(([id], index) => (
      <Fragment key={id}>
        {index > 0 && ', '}
        <Party of={`person:${id}`} />
      </Fragment>
    ));
  }
  return /^(person|service-user):\d+$/.test(value) ? <Party of={value} /> : valueText(value);
}

/** As it is recorded: a source and its organization, or the enterprise. */
function scopeIn(value: string) {
  const slash = value.indexOf('/');
  return slash < 0 ? null : { source: value.slice(0, slash), organization: value.slice(slash + 1) };
}
