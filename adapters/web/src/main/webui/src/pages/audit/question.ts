/** What is asked of the audit log; nothing where everything fits. */
export interface Question {
  action: string;
  principal: string;
  target: string;
  text: string;
  /** Instants. */
  from: string;
  until: string;
}

const MEMBERS = ['action', 'principal', 'target', 'text', 'from', 'until'] as const;

export function questionIn(parameters: URLSearchParams): Question {
  const [action = '', principal = '', target = '', text = '', from = '', until = ''] = MEMBERS.map(
    (member) => parameters.get(member) ?? '',
  );
  return { action, principal, target, text, from, until };
}

/** Without what is not asked. */
export function addressOf(question: Question): Record<string, string> {
  return Object.fromEntries(
    MEMBERS.map((member) => [member, question[member].trim()]).filter(([, value]) => value !== ''),
  ) as Record<string, string>;
}
