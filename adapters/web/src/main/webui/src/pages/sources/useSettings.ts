import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { send, type Schema } from '../../api/client';
import { texts } from '../../texts';
import { violationsOf } from '../../widgets/act';
import { changes, missing, wayOf, wrongDurations, type Connector, type Setup, type Typed } from './settings';

type Check = Schema<'SourceCheck'>;
type Changes = Record<string, string | null>;

const t = texts.sources.form;
const OF_SETTINGS = 'settings.';

/** What is typed of a source's settings, whether it may be right, and what its vendor says of it. */
export function useSettings(connector: Connector, setup: Setup | null, source?: string) {
  const [typed, setTyped] = useState<Typed>({});
  const [way, setWay] = useState(() => wayOf(connector, setup));
  const [lacking, setLacking] = useState<readonly string[]>([]);
  const check = useMutation({
    mutationFn: (settings: Changes): Promise<Check> =>
      source === undefined
        ? send('post', '/api/v1/source-checks', {
            body: { connector: connector.id, settings: asSent(settings) },
          })
        : send('post', '/api/v1/sources/{name}/check', {
            path: { name: source },
            body: { settings: asSent(settings) },
          }),
  });
  const found = check.data;
  const changed = changes(connector, way, setup, typed);
  const wrong = wrongDurations(connector, way, typed);

  function forget(key?: string) {
    check.reset();
    setLacking(key === undefined ? [] : lacking.filter((one) => one !== key));
  }

  return {
    typed,
    way,
    changed,
    isChanged: Object.keys(changed).length > 0,
    type: (key: string, value: string) => {
      forget(key);
      setTyped({ ...typed, [key]: value });
    },
    choose: (chosen: number) => {
      forget();
      setWay(chosen);
    },
    discard: () => {
      forget();
      setTyped({});
      setWay(wayOf(connector, setup));
    },
    /** Whether everything is filled in as it can be; says at its field what is not. */
    isWhole: () => {
      const keys = missing(connector, way, setup, typed);
      setLacking(keys);
      return keys.length === 0 && Object.keys(wrong).length === 0;
    },
    check,
    /** Of the fields, by their keys. */
    errors: {
      ...settingsOf(violationsOf(check.error)),
      ...(found?.key && found.result === 'misconfigured'
        ? { [found.key]: found.reason ?? t.misconfigured }
        : {}),
      ...Object.fromEntries(lacking.map((key) => [key, t.needed])),
      ...wrong,
    } as Record<string, string>,
  };
}

export type Settings = ReturnType<typeof useSettings>;

/** What the server found wrong, without what its members begin with. */
export function settingsOf(violations: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(violations)
      .filter(([member]) => member.startsWith(OF_SETTINGS))
      .map(([member, words]) => [member.slice(OF_SETTINGS.length), words]),
  );
}

/** The document says of null only in words that it is taken. */
export function asSent(settings: Changes): Record<string, string> {
  return settings as Record<string, string>;
}
