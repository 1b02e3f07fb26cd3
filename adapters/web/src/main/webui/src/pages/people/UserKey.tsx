/** What a vendor calls a user among its own: looked for letter by letter. */
export function UserKey({ children }: { children: string }) {
  return <span style={{ fontFamily: 'var(--mantine-font-family-monospace)' }}>{children}</span>;
}
