// People from the terminal: a way back in for an administrator who is locked out, inviting, looking.
import { house, Role, roles } from '#platform/auth/viewer.ts'
import { Id, Locale } from '#platform/kinds.ts'
import type { Command } from '#platform/terminal.ts'
import { findOrganisationByText } from './places.ts'
import { invite } from './invitations.ts'
import { Email } from './model.ts'
import { listPeople } from './persons.ts'
import { linkForAdministrator } from './sign-in/first.ts'
import type { Installation } from './sign-in/letters.ts'

type Config = Omit<Installation, 'provider'>

const firstLinkCommand: Command<Config> = {
  name: 'people first-link',
  describe: 'Prints a one-time link with which an administrator gets in: the first one, or one who is locked out',
  options: [['--email <address>', 'the administrator, when there are several']],
  run: async ({ house: { db }, config, terminal }, _args, { email }) => {
    const link = await linkForAdministrator(db, config.publicUrl, typeof email === 'string' ? email : undefined)
    if (!link) return terminal.fail(`No administrator has the address ${email}.`)
    terminal.print(link)
  },
}

const inviteCommand: Command<Config> = {
  name: 'people invite',
  args: '<email>',
  describe: 'Invites a person by letter to an office at an organisation',
  options: [
    ['--role <role>', `one of ${roles.join(', ')}`], ['--organisation <id>', 'the organisation’s id, ROR or exact name; none for an administrator'],
    ['--name <name>', 'the person’s name'], ['--locale <locale>', 'the language of the letter: en, zh, ru or ur'],
  ],
  run: async ({ house: { db }, config, terminal }, [email], { role, organisation, name, locale }) => {
    const place = typeof organisation === 'string' ? await findOrganisationByText(db, organisation) : null
    if (place === undefined) return terminal.fail(`No organisation is called «${organisation}». Name it by its id, its ROR or its exact name.`)
    const kind = Role.safeParse(role)
    if (!kind.success) return terminal.fail(`--role is one of ${roles.join(', ')}.`)
    const now = new Date().toISOString()
    const office = { role: kind.data, organisationId: place, title: null, endsOn: null }
    const at = { viewer: house, now, today: now.slice(0, 10) }
    const person = await db.transaction().execute((tx) => invite({ ...at, db: tx } as never, { ...config, provider: null },
      { email: Email.parse(email), name: typeof name === 'string' ? name : null, locale: Locale.catch('en').parse(locale), office }))
    terminal.note(config.post.smtp ? `A letter is on its way to ${person.email}.` : `A letter to ${person.email} is kept in the outbox: no mail server is configured.`)
    terminal.print(person.id)
  },
}

const listCommand: Command<Config> = {
  name: 'people list',
  describe: 'Lists people with the offices they hold',
  options: [['--organisation <id>', 'only those with an office there'], ['--json', 'one JSON array']],
  run: async ({ house: { db }, terminal }, _args, { organisation, json }) => {
    const now = new Date().toISOString()
    const at = { db, viewer: house, now, today: now.slice(0, 10) }
    const filter = typeof organisation === 'string' ? { organisationId: Id.parse(organisation) } : {}
    const people = []
    for (let after: string | null | undefined; after !== null;) {
      const page: Awaited<ReturnType<typeof listPeople>> = await listPeople(at, { ...filter, ...(after ? { after } : {}) })
      people.push(...page.rows)
      after = page.next
    }
    if (json) return terminal.json(people)
    for (const { id, name, email, standing, offices } of people) {
      const held = offices.map(({ role, organisation: where }) => [role, where?.name].filter(Boolean).join(' at ')).join('; ')
      terminal.print([id, name, email ?? '-', standing, held || '-'].join('\t'))
    }
  },
}

export const peopleCommands = [firstLinkCommand, inviteCommand, listCommand]
