export const roles = {
  description: 'What people, service users and groups of the identity provider may see and do.',
  all: 'Roles',
  allNote:
    'Each permission counts on its own level: for the enterprise, or within an organization or project.',
  builtIn: 'built in',
  given: (count: number) =>
    count === 0 ? 'given to nobody' : count === 1 ? 'given once' : `given ${count} times`,
  builtInNote: 'Built in: it cannot be changed or removed.',
  meanings: {
    admin: 'Sees and manages everything there is where it is given.',
    member: 'Sees their own consumption, where personal analytics is on.',
    auditor: 'Sees consumption, people, roles, sources and the audit log, and changes nothing.',
    billing: 'Sees consumption, and manages rates.',
  } as Record<string, string>,
  permissions: (count: number) => (count === 1 ? '1 permission' : `${count} permissions`),
  levels: { enterprise: 'enterprise', organization: 'organization or project' } as Record<string, string>,
  create: 'Create a role',
  name: 'Name',
  nameNote: 'Lower-case letters, digits and dashes, at most 63.',
  may: 'What it allows',
  created: (name: string) => `The role ${name} is created. Nobody has it yet.`,
  change: 'Change',
  changeTitle: (name: string) => `Change the role ${name}`,
  changeText: 'It changes at once for everybody who has the role.',
  changed: (name: string) => `The role ${name} is changed.`,
  remove: 'Remove',
  removeTitle: (name: string) => `Remove the role ${name}?`,
  removeText: (given: number) =>
    given === 0
      ? 'It is given to nobody.'
      : `It was given ${given === 1 ? 'once' : `${given} times`}; whoever has it loses it at once.`,
  removed: (name: string) => `The role ${name} is removed.`,
  assignments: {
    title: 'Who has which role',
    note: 'What is given or taken counts from the next request on.',
    none: 'Nobody has a role.',
    to: 'Who',
    role: 'Role',
    where: 'Where',
    given: 'Given',
    by: (when: string, who: string) => `${when} by ${who}`,
    give: 'Give a role',
    giveTo: (name: string) => `Give ${name} a role`,
    take: 'Take away',
    takeOf: (role: string, who: string) => `Take ${role} away from ${who}`,
    takeTitle: (role: string, who: string) => `Take the role ${role} away from ${who}?`,
    takeText: (role: string, where: string) =>
      `From the next request on they no longer have what ${role} allows, unless another role of theirs allows it. Where: ${where}.`,
    taken: (role: string, who: string) => `The role ${role} is taken away from ${who}.`,
    isGiven: (role: string) => `The role ${role} is given.`,
    kind: 'To whom',
    group: 'Name of the group',
    groupNote: 'As the identity provider names it in the claim “groups”.',
    will: (role: string, count: number, where: string) =>
      `They will have ${count === 1 ? 'the one permission' : `the ${count} permissions`} of ${role} that count there. Where: ${where}.`,
    willNothing: (role: string) =>
      `Nothing that ${role} allows counts there. Choose another role, or another place.`,
    oneOrganization: 'One organization or project',
    missing: 'Choose one.',
  },
  recipients: {
    person: 'Person',
    serviceUser: 'Service user',
    group: 'Group',
    personOf: (id: number) => `Person ${id}`,
    serviceUserOf: (id: number) => `Service user ${id}`,
  },
};
