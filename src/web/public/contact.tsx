// Once a year, for a member's office without an account: what stands here of its contact and office-holders, and one press when it is right.
import type { ContactCheck, Holder, MemberContact } from '#domains/memberships/member-model.ts'
import { nameIn, type OrganisationBrief } from '#domains/organisations/model.ts'
import { formatDay } from '#platform/i18n/format.ts'
import { Line, Words } from './fields.tsx'
import { page, type Reader } from './page.tsx'

export type ContactData = { check: ContactCheck; contact: MemberContact | null; holders: Holder[]; organisation: OrganisationBrief; alliance: string; fields?: Record<string, string>; wrong?: Record<string, string[]> }

/** `GET /contact/:token` */
export function contactPage(reader: Reader, { check, contact, holders, organisation, alliance, fields, wrong = {} }: ContactData): string {
  const { text, locale, path } = reader
  const name = nameIn(organisation, locale)
  const filled = fields ?? { name: contact?.name ?? '', office: contact?.officeName ?? '', email: contact?.email ?? '', by: contact?.name ?? '' }
  const of = { reader, fields: filled, wrong }
  return page({
    reader, title: `${name} · ${alliance}`, description: text('memberships.contacts'), unlisted: true,
    children: (
      <>
        <p className="quiet"><bdi>{alliance}</bdi></p>
        <h1><bdi>{name}</bdi></h1>
        {check.confirmedAt
          ? <p className="lead" role="status">{text('memberships.public.contact-done', { on: formatDay(check.confirmedAt.slice(0, 10), 'day', locale) })}</p>
          : (
            <>
              <p className="lead">{text('memberships.public.contact-ask', { until: formatDay(check.dueOn, 'day', locale) })}</p>
              <h2>{text('memberships.holders')}</h2>
              {holders.length === 0 ? <p className="quiet">{text('memberships.holders.none')}</p> : <ul className="list">{holders.map((one, at) => <li key={at}><span><bdi>{one.name}</bdi></span><span className="quiet"><bdi>{one.title ?? text(`people.roles.${one.role}`)}</bdi></span></li>)}</ul>}
              <form method="post" action={`${path}?lang=${locale}`} className="answer" noValidate>
                <h2>{text('memberships.contact')}</h2>
                <Line {...of} name="name" label={text('memberships.contact.name')} required complete="name" />
                <Line {...of} name="office" label={text('memberships.contact.office')} complete="organization-title" />
                <Line {...of} name="email" label={text('memberships.contact.email')} type="email" required complete="email" />
                <Words {...of} name="remarks" label={text('memberships.remarks')} hint={text('memberships.remarks.hint')} rows={3} />
                <Line {...of} name="by" label={text('memberships.public.by')} required complete="name" />
                <button type="submit">{text('memberships.contact.all-right')}</button>
              </form>
            </>
          )}
      </>
    ),
  })
}
